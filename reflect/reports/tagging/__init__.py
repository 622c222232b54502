"""Tagged PDF with ReportLab alone: PDF/UA-1 and PDF/A-2a."""

from reflect.reports.tagging.abreast import Abreast
from reflect.reports.tagging.beside import Beside
from reflect.reports.tagging.canvas import TaggedCanvas
from reflect.reports.tagging.figures import Figure, Rule
from reflect.reports.tagging.headings import Heading
from reflect.reports.tagging.items import Item
from reflect.reports.tagging.lines import Line
from reflect.reports.tagging.links import Link
from reflect.reports.tagging.metadata import Metadata
from reflect.reports.tagging.tables import TableTags
from reflect.reports.tagging.text import Text

__all__ = [
    "Abreast",
    "Beside",
    "Figure",
    "Heading",
    "Item",
    "Line",
    "Link",
    "Metadata",
    "Rule",
    "TableTags",
    "TaggedCanvas",
    "Text",
]
