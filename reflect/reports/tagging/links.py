"""Links to addresses outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reflect.reports.tagging.text import TALL, Text

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

    from reflect.reports.tagging.tree import Element


class Link(Text):
    """A paragraph that is one link, and stays whole where that can be."""

    def __init__(
        self, text: str | None, style: ParagraphStyle, url: str = "", **options: Any
    ) -> None:
        """Text is marked up."""
        super().__init__(text, style, **options)
        self.url = url

    def belongs_to(self) -> Element:
        """An element of its own for each piece, and the link over its words."""
        x, y = self.place
        box = (x, y, x + max(self.getActualLineWidths0()), y + self.height)
        return self.canv.link(self.url, self.getPlainText(), box)

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """Nothing: one link is one rectangle, unless no page can hold it."""
        pieces = super().split(width, height) if self.height > TALL else []
        for piece in pieces:
            piece.url = self.url  # type: ignore[attr-defined] # pieces are of this class
        return pieces
