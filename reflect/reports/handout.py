"""A PDF to hand over: parts of a story under a title, with a foot on every page."""

from collections.abc import Sequence

from reflect.reports.blocks import Part
from reflect.reports.document import Document
from reflect.reports.outcome import Outcome


def handout(
    parts: Sequence[Part], outcome: Outcome, *, footer: str, name: str, behind: str = ""
) -> Document:
    """The parts as a tagged PDF of that file name; the first part gives it its title.

    `behind` says that what a page folds away stands at the back.
    """
    # ReportLab takes half a second to load: whoever never prints never waits for it
    from reflect.reports.paper import printed  # noqa: PLC0415 - see above
    from reflect.reports.tagging import Metadata  # noqa: PLC0415 - see above

    t, title = outcome.t, f"{parts[0].above}: {parts[0].title}"
    metadata = Metadata(title, t("report.product"), t.code, outcome.day)
    return Document(name, "application/pdf", printed(parts, metadata, footer, behind))
