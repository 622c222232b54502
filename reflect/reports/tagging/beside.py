"""A label in the margin beside the first of what it belongs to."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from reflect.reports.tagging.text import TALL

_FEW = 3  # pieces, of which one alone on the next page would look forgotten


class Beside(Flowable):
    """Labels that stand in the margin, and what stands beside them, level at the top."""

    def __init__(
        self, labels: Sequence[Flowable], main: Sequence[Flowable], width: float, gap: float
    ) -> None:
        """The margin is `width` points wide, and lies `gap` points left of the text."""
        super().__init__()
        self.labels = labels
        self.main = main
        self.margin = width
        self.gap = gap
        self.heights: tuple[list[float], list[float]] = ([], [])

    def wrap(self, width: float, height: float, /) -> tuple[float, float]:
        """As high as the higher of both (points)."""
        self.heights = (
            [label.wrapOn(self.canv, self.margin, height)[1] for label in self.labels],
            [piece.wrapOn(self.canv, width, height)[1] for piece in self.main],
        )
        for number, piece in enumerate(self.main[:-1]):
            self.heights[1][number] += piece.getSpaceAfter()
        self.width, self.height = width, max(sum(column) for column in self.heights)
        return self.width, self.height

    def split(self, width: float, height: float, /) -> list[Flowable]:
        """The labels stay beside what fits; the rest follows without them. A few go together."""
        if 1 < len(self.main) <= _FEW and self.height <= TALL:
            return []
        if sum(self.heights[0]) > height:
            is_tall = sum(self.heights[0]) > TALL  # no page may hold them: then they stand above
            return [*self.labels, *self.main] if is_tall else []
        number, left = 0, height
        while left >= self.heights[1][number]:
            left -= self.heights[1][number]
            number += 1
        pieces = self.main[number].splitOn(self.canv, width, left)
        fits = [*self.main[:number], *pieces[:1]]
        if not fits:
            return []
        rest = pieces[1:] or [self.main[number]]
        return [Beside(self.labels, fits, self.margin, self.gap), *rest, *self.main[number + 1 :]]

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - ReportLab's names
        """Labels first: they are read first."""
        columns = ((self.labels, -self.margin - self.gap), (self.main, 0.0))
        for (column, left), heights in zip(columns, self.heights, strict=True):
            top = y + self.height
            for piece, height in zip(column, heights, strict=True):
                piece.drawOn(canvas, x + left, top - piece.height)
                top -= height

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """As what it begins with."""
        return self.main[0].getSpaceBefore()

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        """As what it ends with."""
        return self.main[-1].getSpaceAfter()
