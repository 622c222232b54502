"""The items of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reflect.reports.tagging.text import Text
from reflect.reports.tagging.tree import Element

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable


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
        (x, y), style = self.place, self.style
        with self.canv.marked(label):
            self.canv.write(
                x,
                y + self.height - style.fontSize,
                "•",
                face=style.fontName,
                size=style.fontSize,
                colour=style.textColor,
            )
        return Element("LBody", item)

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """The pieces are of one item, and so of one list."""
        pieces = super().split(width, height)
        for piece in pieces:
            piece.first = self.first  # type: ignore[attr-defined] # pieces are of this class
        return pieces
