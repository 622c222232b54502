"""The look: an A4 with a margin for labels, the styles of its text, and what each page bears."""

from typing import IO, Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from reflect.reports.colours import ACCENT, INK, SOFT
from reflect.reports.tagging import Metadata, TaggedCanvas
from reflect.reports.typefaces import BOLD, REGULAR

WIDTH, HEIGHT = A4
EDGE = 54.0  # all in points
TOP = 46.0
BOTTOM = 50.0
LABELS = 94.0  # the margin for labels
GAP = 14.0
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
        _style("title", 32, 37, fontName=BOLD, spaceAfter=14, leftIndent=-OUTDENT),
        _style("part", 17, 21, fontName=BOLD, spaceAfter=7, leftIndent=-OUTDENT),
        _style("heading", 11, 15, fontName=BOLD, spaceBefore=6, spaceAfter=3),
        _style("above", 8.5, 12, textColor=ACCENT, fontName=BOLD, leftIndent=-OUTDENT),
        _style("lead", 12, 17, spaceAfter=9),
        _style("body", 9.7, 13.5, spaceAfter=3.5),
        _style("item", 9.7, 13.4, spaceAfter=1, leftIndent=11),
        _style("link", 9.7, 13.6, spaceAfter=4, textColor=ACCENT),
        _style("note", 8.5, 12, textColor=SOFT, spaceAfter=4),
        _style("cell", 8.5, 10.8),
        _style("head", 8.5, 10.8, fontName=BOLD, textColor=SOFT),
        _style("label", 8.5, 13.7, fontName=BOLD, textColor=SOFT, embeddedHyphenation=1),
        _style("caption", 8.5, 12, fontName=BOLD, textColor=SOFT, spaceBefore=4, spaceAfter=2),
        _style("unfolded", 8.5, 14, fontName=BOLD, textColor=ACCENT, leftIndent=-OUTDENT),
        _style("fine", 8.2, 10.8, textColor=SOFT, leftIndent=-OUTDENT, spaceBefore=3),
        _style("number", 30, 32, fontName=BOLD, textColor=ACCENT),
        _style("scale", 8.5, 11, textColor=SOFT),
        _style("question", 8.7, 13, fontName=BOLD, textColor=SOFT, spaceBefore=4, spaceAfter=1),
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
            tagged.drawString(EDGE, BOTTOM - 26, self.footer)
            tagged.drawRightString(WIDTH - EDGE, BOTTOM - 26, str(number))
