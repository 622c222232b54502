"""A PDF to hand over: parts of a story under a title, with a foot on every page."""

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from reflect.language import Language
from reflect.reports.blocks import Part
from reflect.reports.document import Document
from reflect.reports.names import one_line


class Dated(Protocol):
    """What a report is made from: it has a language, and the day of the report."""

    @property
    def t(self) -> Language:
        """The language."""

    @property
    def day(self) -> dt.date:
        """The day, and no hour."""


def handout(
    parts: Sequence[Part], of: Dated, *, footer: str, name: str, behind: str = ""
) -> Document:
    """The parts as a tagged PDF of that file name; the first part gives it its title.

    `behind` says that what a page folds away stands at the back.
    """
    # ReportLab takes half a second to load: whoever never prints never waits for it
    from reflect.reports.paper import printed  # noqa: PLC0415 - see above
    from reflect.reports.tagging import Metadata  # noqa: PLC0415 - see above

    t, title = of.t, one_line(f"{parts[0].above}: {parts[0].title}")
    metadata = Metadata(title, t("report.product"), t.code, of.day)
    return Document(name, "application/pdf", printed(parts, metadata, footer, behind))
