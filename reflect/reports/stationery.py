"""The look: an A4 with a margin for labels, the styles of its text, and what each page bears."""

from typing import IO, Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from reflect.reports.colours import ACCENT, INK, SOFT
from reflect.reports.tagging import Metadata, TaggedCanvas
from reflect.reports.typefaces import BOLD, REGULAR

WIDTH, HEIGHT = A4
EDGE = 51.0  # all in points
TOP = 40.0
BOTTOM = 42.0
LABELS = 96.0  # the margin for labels
GAP = 12.0
OUTDENT = LABELS + GAP
FULL = WIDTH - 2 * EDGE
COLUMN = FULL - OUTDENT


def _style(name: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    """A style of so many points on so many; lines never stand alone on a page."""
    given: dict[str, Any] = {
        "fontName": REGULAR,
        "textColor": INK,
        "allowWidows": 0,
        "allowOrphans": 0,
    } | more
    return ParagraphStyle(name, fontSize=size, leading=leading, **given)


STYLES = {
    style.name: style
    for style in (
        _style("title", 30, 35, fontName=BOLD, spaceAfter=10, leftIndent=-OUTDENT),
        _style("part", 16.5, 20, fontName=BOLD, spaceAfter=5, leftIndent=-OUTDENT),
        _style("heading", 11, 15, fontName=BOLD, spaceBefore=6, spaceAfter=3),
        _style("above", 8.5, 11.5, textColor=ACCENT, fontName=BOLD, leftIndent=-OUTDENT),
        _style("lead", 11.5, 15.5, spaceAfter=5),
        _style("opening", 11.5, 16, spaceAfter=8, leftIndent=-OUTDENT),
        _style("body", 9.5, 13.1, spaceAfter=3),
        _style("item", 9.5, 13.1, spaceAfter=0.5, leftIndent=10),
        _style("link", 9.5, 13.1, spaceAfter=3, textColor=ACCENT),
        _style("note", 8.5, 12, textColor=SOFT, spaceAfter=4),
        _style("cell", 8.5, 10.8),
        _style("cell head", 8.5, 10.8, fontName=BOLD, textColor=SOFT),
        _style("label", 8.5, 13.1, fontName=BOLD, textColor=SOFT, embeddedHyphenation=1),
        _style(
            "caption", 8.5, 12, fontName=BOLD, textColor=SOFT, leftIndent=-OUTDENT, spaceBefore=4
        ),
        _style("unfolded", 9.2, 13, fontName=BOLD, leftIndent=-OUTDENT, spaceBefore=7),
        _style("small", 7.6, 9.3),
        _style("small head", 7.6, 9.3, fontName=BOLD, textColor=SOFT),
        _style("fine", 7.6, 9.4, textColor=SOFT, leftIndent=-OUTDENT, spaceBefore=2.5),
        _style("number", 28, 33, fontName=BOLD, textColor=ACCENT),
        _style("scale", 8.3, 11, textColor=SOFT),
        _style("question", 8.6, 12.6, fontName=BOLD, textColor=SOFT, spaceBefore=3),
    )
}


class Sheet(BaseDocTemplate):
    """A document on this stationery: a cover, and pages with a footer."""

    def __init__(self, file: IO[bytes], metadata: Metadata, footer: str) -> None:
        """Write to a binary file; the footer's text stands on all pages but the first."""
        super().__init__(
            file,
            pagesize=A4,
            title=metadata.title,
            author=metadata.author,
            subject=metadata.title,
            creator=metadata.author,
            lang=metadata.language,
            displayDocTitle=True,
            initialFontName=REGULAR,
            invariant=1,
            pageCompression=1,
        )
        room = (EDGE + OUTDENT, BOTTOM, COLUMN, HEIGHT - TOP - BOTTOM)
        frame = Frame(*room, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        self.footer = footer
        self.addPageTemplates([PageTemplate("page", [frame], onPage=self.furnish)])

    def furnish(self, canvas: Any, _: object) -> None:
        """Lay on a page what is no content."""
        tagged: TaggedCanvas = canvas
        with tagged.artifact("Pagination"):
            number = tagged.getPageNumber()
            if number == 1:
                tagged.setFillColor(ACCENT)
                tagged.rect(0, HEIGHT - 14, WIDTH, 14, stroke=0, fill=1)
                return
            tagged.setFillColor(SOFT)
            tagged.setFont(REGULAR, 8)
            tagged.drawString(EDGE, BOTTOM - 22, self.footer)
            tagged.drawRightString(WIDTH - EDGE, BOTTOM - 22, str(number))
