"""Headings: what a reader jumps to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reflect.reports.tagging.text import TALL, Text

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable

    from reflect.reports.tagging.tree import Element


class Heading(Text):
    """A heading of a level from 1; it is a bookmark too, and stays whole where that can be."""

    def __init__(
        self, text: str | None, style: ParagraphStyle, level: int = 1, **options: Any
    ) -> None:
        """Text is marked up."""
        super().__init__(text, style, **options)
        self.level = level
        self.tag = f"H{level}"

    def hang(self, top: Element) -> Element:
        """A new element, and a bookmark at the top of the heading."""
        key, (x, y) = f"heading{next(self.canv.keys)}", self.place
        self.canv.bookmarkHorizontal(key, x, y + self.height)
        self.canv.addOutlineEntry(self.whole.getPlainText(), key, self.level - 1)
        return super().hang(top)

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """Nothing: the whole heading goes to the next page, unless no page can hold it."""
        return super().split(width, height) if self.height > TALL else []
