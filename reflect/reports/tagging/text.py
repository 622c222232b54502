"""Text that carries its tags: paragraphs, headings, list items, links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph

from reflect.reports.tagging.tree import Element

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

    from reflect.reports.tagging.canvas import TaggedCanvas

TALL = 400.0  # points; whatever is higher may break


class _SpacedText(PDFTextObject):
    """Lines that end with a space.

    ReportLab ends a wrapped line without one: read back, its last word and the first of the next
    line are one word. A space at the end of a line is not seen, and keeps them apart.
    """

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803 - ReportLab's names
        spaced = text + " " if TStar and not text.endswith(" ") else text
        super()._textOut(spaced, TStar)  # type: ignore[misc] # private, so the stubs lack it


class Text(Paragraph):
    """A paragraph; its pieces on several pages share one element."""

    canv: TaggedCanvas
    tag = "P"

    def __init__(self, text: str | None, style: ParagraphStyle, **options: Any) -> None:
        """Text is marked up: escape what people wrote. It is None for a piece of a paragraph."""
        super().__init__(text, style, **options)  # type: ignore[arg-type] # ReportLab takes None
        self.whole: Text = self
        self.element: Element | None = None

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

    def draw(self) -> None:
        """Draw the lines, marked."""
        with self.canv.marked(self.belongs_to()):
            super().draw()

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """The piece that fits, and the rest (width and height in points)."""
        pieces = super().split(width, height)
        for piece in pieces:
            piece.whole = self.whole  # type: ignore[attr-defined] # pieces are of this class
        return pieces


class Heading(Text):
    """A heading of a level from 1; it is a bookmark too, and stays whole where that can be."""

    def __init__(
        self, text: str | None, style: ParagraphStyle, level: int = 1, **options: Any
    ) -> None:
        """Text is marked up."""
        super().__init__(text, style, **options)
        self.level = level
        self.tag = f"H{level}"

    def draw(self) -> None:
        """Draw the heading, and lay a bookmark at its top."""
        if self.whole.element is None:
            key = f"heading{next(self.canv.keys)}"
            self.canv.bookmarkHorizontal(key, 0, self.height)
            self.canv.addOutlineEntry(self.whole.getPlainText(), key, self.level - 1)
        super().draw()

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """Nothing: the whole heading goes to the next page, unless no page can hold it."""
        return super().split(width, height) if self.height > TALL else []


class Item(Text):
    """One item of a list; the first item of a list hangs the list."""

    def __init__(
        self, text: str | None, style: ParagraphStyle, first: Item | None = None, **options: Any
    ) -> None:
        """Text is marked up; `first` is the first item of the same list."""
        super().__init__(text, style, **options)
        self.first = first or self
        self.list: Element | None = None

    def hang(self, top: Element) -> Element:
        """The body of the item; its bullet is drawn and marked on the way."""
        first = self.first
        first.list = first.list or Element("L", top, attributes="/O/List/ListNumbering/Disc")
        item = Element("LI", first.list)
        label = Element("Lbl", item)
        with self.canv.marked(label):
            self.canv.setFont(self.style.fontName, self.style.fontSize)
            self.canv.setFillColor(self.style.textColor)
            self.canv.drawString(0, self.height - self.style.fontSize, "•")
        return Element("LBody", item)

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """The pieces are of one item, and so of one list."""
        pieces = super().split(width, height)
        for piece in pieces:
            piece.first = self.first  # type: ignore[attr-defined] # pieces are of this class
        return pieces


class Link(Text):
    """A paragraph that is one link, and stays whole where that can be."""

    def __init__(
        self, text: str | None, style: ParagraphStyle, url: str = "", **options: Any
    ) -> None:
        """Text is marked up."""
        super().__init__(text, style, **options)
        self.url = url

    def draw(self) -> None:
        """Draw the words, and lay the link over them."""
        box = (0.0, 0.0, max(self.getActualLineWidths0()), self.height)
        self.element = self.canv.link(self.url, self.getPlainText(), box)
        super().draw()

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """Nothing: one link is one rectangle, unless no page can hold it."""
        pieces = super().split(width, height) if self.height > TALL else []
        for piece in pieces:
            piece.url = self.url  # type: ignore[attr-defined] # pieces are of this class
        return pieces
