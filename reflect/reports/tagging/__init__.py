"""Tagged PDF with ReportLab alone: PDF/UA-1 and PDF/A-2a."""

from reflect.reports.tagging.abreast import Abreast
from reflect.reports.tagging.beside import Beside
from reflect.reports.tagging.canvas import TaggedCanvas
from reflect.reports.tagging.figures import Figure, Rule
from reflect.reports.tagging.lines import Line
from reflect.reports.tagging.metadata import Metadata
from reflect.reports.tagging.tables import TableTags
from reflect.reports.tagging.text import Heading, Item, Link, Text

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
