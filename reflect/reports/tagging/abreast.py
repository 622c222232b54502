"""Columns of equal width beside each other."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable


class Abreast(Flowable):
    """Columns of a few flowables each, level at the top; read column by column."""

    def __init__(
        self, columns: Sequence[Sequence[Flowable]], gap: float, outdent: float = 0
    ) -> None:
        """The columns stand `gap` points apart, the first `outdent` points left of the text."""
        super().__init__()
        self.columns = columns
        self.gap = gap
        self.outdent = outdent
        self.heights: list[list[float]] = []
        self.step = 0.0

    def wrap(self, width: float, height: float, /) -> tuple[float, float]:
        """As high as the highest column (points)."""
        self.width = width
        self.step = (width + self.outdent + self.gap) / len(self.columns)
        room = self.step - self.gap
        self.heights = [
            [piece.wrapOn(self.canv, room, height)[1] for piece in column]
            for column in self.columns
        ]
        self.height = max(sum(column) for column in self.heights)
        return self.width, self.height

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - ReportLab's names
        """Column by column."""
        for number, (column, heights) in enumerate(zip(self.columns, self.heights, strict=True)):
            top = y + self.height
            for piece, height in zip(column, heights, strict=True):
                top -= height
                piece.drawOn(canvas, x + number * self.step - self.outdent, top)
