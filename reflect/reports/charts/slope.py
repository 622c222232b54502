"""Slopes: a small chart for each mark, whose line runs along the moments on a fixed scale."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing

from reflect.reports.blocks import Mark, Picture
from reflect.reports.charts.rows import add_head, label_lines
from reflect.reports.charts.sheet import LEADING, TICK, Scale, rule, scale_of, words
from reflect.reports.colours import ACCENT, PAPER, SOFT, TINT
from reflect.reports.typefaces import BOLD

_WIDE = 170.0  # what one of two charts beside each other needs, in points
_BETWEEN = 26.0
_PLOT = 42.0  # from the low end of the scale to the high one
_ABOVE = 13.0  # room over and under the scale, for a figure
_STEPS = 17.0  # room for the words of the steps, and air
_LEFT, _RIGHT = 34.0, 22.0  # from the sides to the first and the last step
_DOT = 3.6
_OFF = 6.0  # from a dot to its figure
_UNDER = _PLOT + 2 * _ABOVE + _STEPS  # the height of a chart without its head


@dataclass(frozen=True, slots=True)
class _Panel:
    """The place of one chart: its left upper corner, its width, and the height of its head."""

    left: float
    top: float
    width: float
    head: float

    @property
    def low(self) -> float:
        """Where the low end of the scale lies."""
        return self.top - self.head - _ABOVE - _PLOT

    def across(self, count: int) -> list[float]:
        """So many steps from left to right."""
        left, right = self.left + _LEFT, self.left + self.width - _RIGHT
        return [left + (right - left) * number / max(count - 1, 1) for number in range(count)]


def slope(picture: Picture, width: float) -> Drawing:
    """Its marks, one or two beside each other; the line skips a missing value."""
    count = 2 if width >= 2 * _WIDE + _BETWEEN else 1
    each = (width - (count - 1) * _BETWEEN) / count
    rows = [picture.marks[at : at + count] for at in range(0, len(picture.marks), count)]
    heads = [max(len(label_lines(mark, each)) for mark in row) * LEADING for row in rows]
    drawing = Drawing(width, sum(heads) + len(rows) * _UNDER)
    top = drawing.height
    for row, head in zip(rows, heads, strict=True):
        for column, mark in enumerate(row):
            panel = _Panel(column * (each + _BETWEEN), top, each, head)
            _add_words(drawing, mark, panel)
            _add_scale(drawing, picture, panel)
            _add_line(drawing, picture, mark, panel)
        top -= head + _UNDER
    return drawing


def _add_words(drawing: Drawing, mark: Mark, panel: _Panel) -> None:
    """The head of a chart, at the foot of its room."""
    lines = label_lines(mark, panel.width)
    head = Drawing(panel.width, panel.head)
    add_head(head, mark, lines, len(lines) * LEADING)
    shape: Any  # words, each with a place
    for shape in head.contents:
        shape.x += panel.left
        shape.y += panel.top - panel.head
        drawing.add(shape)


def _add_scale(drawing: Drawing, picture: Picture, panel: _Panel) -> None:
    """A line for each whole figure, and the words of the steps below."""
    scale, right = _scale(picture, panel), panel.left + panel.width
    for figure in range(picture.low, picture.high + 1):
        y = scale.at(Fraction(figure))
        drawing.add(words(panel.left, y - TICK / 3, str(figure), size=TICK, colour=SOFT))
        drawing.add(rule(panel.left + 10, y, right, y, colour=TINT, width=0.8))
    base = panel.low - _ABOVE - TICK / 2
    for x, step in zip(panel.across(len(picture.steps)), picture.steps, strict=True):
        drawing.add(words(x, base, step, size=TICK, colour=SOFT, anchor="middle"))


def _scale(picture: Picture, panel: _Panel) -> Scale:
    return scale_of(picture, panel.low, panel.low + _PLOT)


def _add_line(drawing: Drawing, picture: Picture, mark: Mark, panel: _Panel) -> None:
    """The line, with an open dot where it begins; each figure on the side away from the line."""
    scale = _scale(picture, panel)
    known = [
        (point.number, (x, scale.at(point.value)))
        for x, point in zip(panel.across(len(mark.points)), mark.points, strict=True)
        if point.value is not None
    ]
    for (_, start), (_, end) in pairwise(known):
        drawing.add(rule(*start, *end, colour=ACCENT, width=1.8))
    for number, (figure, (x, y)) in enumerate(known):
        near = [place[1] for _, place in known[max(number - 1, 0) : number + 2]]
        base = y + _OFF if y >= sum(near) / len(near) else y - _OFF - TICK * 0.7
        drawing.add(words(x, base, figure, face=BOLD, size=TICK, anchor="middle"))
        paint = ACCENT if number else PAPER
        drawing.add(Circle(x, y, _DOT, fillColor=paint, strokeColor=ACCENT, strokeWidth=1.4))
