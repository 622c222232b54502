"""A PDF to hand over: parts of a story under a title, with a foot on every page."""

import datetime as dt
from collections.abc import Sequence

from reflect.language import Language
from reflect.reports.blocks import Part
from reflect.reports.document import Document


def handout(
    parts: Sequence[Part], t: Language, day: dt.date, *, footer: str, name: str
) -> Document:
    """The parts as a tagged PDF of that file name; the first part names it."""
    # ReportLab takes half a second to load: whoever never prints never waits for it
    from reflect.reports.paper import printed  # noqa: PLC0415 - see above
    from reflect.reports.tagging import Metadata  # noqa: PLC0415 - see above

    title = f"{parts[0].above}: {parts[0].title}"
    metadata = Metadata(title, t("report.product"), t.code, day)
    return Document(name, "application/pdf", printed(parts, metadata, footer))
