"""Text that carries its tags; written straight into the page where it is plain."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paragraph import cleanBlockQuotedText

from reflect.reports.tagging.tree import Element

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus.paraparser import ParaFrag

    from reflect.reports.tagging.canvas import TaggedCanvas

TALL = 400.0  # points; whatever is higher may break
_HAIR = 1e-8  # points
_MARKED = frozenset("<&")


@lru_cache(maxsize=64)
def _plain(style: ParagraphStyle) -> ParaFrag:
    """What ReportLab makes of a text without markup in a style; of a text that nobody wrote."""
    frags: list[ParaFrag] = Paragraph("x", style).frags
    return frags[0]


class _SpacedText(PDFTextObject):
    """Lines that end with a space.

    ReportLab ends a wrapped line without one: read back, its last word and the first of the next
    line are one word. A space at the end of a line is not seen, and keeps them apart.
    """

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - ReportLab's names
        spaced = text + " " if TStar and not text.endswith(" ") else text
        super()._textOut(spaced, TStar)  # type: ignore[misc] # private, so the stubs lack it


class Text(Paragraph):
    """A paragraph; its pieces on several pages share one element.

    ReportLab breaks it into lines. One of a single face is written as it stands, without the
    detours that ReportLab makes for what may be marked up.
    """

    canv: TaggedCanvas
    blPara: Any  # noqa: N815 - ReportLab's name; its lines, once it is wrapped
    tag = "P"

    def __init__(self, text: str | None, style: ParagraphStyle, **options: Any) -> None:
        """Text is marked up: escape what people wrote. It is None for a piece of a paragraph."""
        if text and not _MARKED.intersection(text):
            options["frags"] = [_plain(style).clone(text=cleanBlockQuotedText(text))]
        super().__init__(text, style, **options)  # type: ignore[arg-type] # ReportLab takes None
        self.whole: Text = self
        self.element: Element | None = None
        self.place = (0.0, 0.0)  # of its left lower corner, on the canvas as it lies
        self._wrapped = (-1.0, 0.0)

    def belongs_to(self) -> Element:
        """The element of all pieces, made when the first is drawn."""
        whole = self.whole
        if whole.element is None:
            whole.element = self.hang(self.canv.top)
        return whole.element

    def hang(self, top: Element) -> Element:
        """A new element in its place in the tree."""
        return Element(self.tag, top)

    def beginText(self, x: float, y: float) -> PDFTextObject:  # noqa: N802 - ReportLab's name
        """A text object that keeps words apart."""
        return _SpacedText(self.canv, x, y)

    def wrap(self, width: float, height: float, /) -> tuple[float, float]:
        """Its size (points); broken into lines once for a width, however often that is asked."""
        if self._wrapped[0] != width or not hasattr(self, "blPara"):
            self._wrapped = super().wrap(width, height)
        return self._wrapped

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - ReportLab's names
        """Draw the lines where they stand, marked."""
        if not self._is_plain():
            super().drawOn(canvas, x, y)
            return
        self.canv, self.place = canvas, (x, y)
        with self.marked():
            self._write()
        del self.canv

    def draw(self) -> None:
        """Draw the lines, marked."""
        with self.marked():
            super().draw()

    def marked(self) -> AbstractContextManager[object]:
        """What is drawn inside belongs to its element, unless it belongs to something already."""
        return nullcontext() if self.canv.is_marking else self.canv.marked(self.belongs_to())

    def _is_plain(self) -> bool:
        """Whether its lines have one face, and none is wider than it should be."""
        lines = self.blPara
        return lines.kind == 0 and all(room > -_HAIR for room, _ in lines.lines)

    def _write(self) -> None:
        (x, y), style, lines = self.place, self.style, self.blPara
        self.canv.write(
            x + style.leftIndent,
            y + self.height - lines.fontSize,
            [f"{' '.join(words)} " for _, words in lines.lines],
            face=lines.fontName,
            size=lines.fontSize,
            colour=lines.textColor,
            leading=style.leading,
        )

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """The piece that fits, and the rest (width and height in points)."""
        pieces = super().split(width, height)
        for piece in pieces:
            piece.whole = self.whole  # type: ignore[attr-defined] # pieces are of this class
        return pieces
