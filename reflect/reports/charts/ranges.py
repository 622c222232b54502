"""Ranges: a row for each mark, from a first value (open dot) to a second (closed dot)."""

from fractions import Fraction

from reportlab.graphics.shapes import Circle, Drawing

from reflect.reports.blocks import Mark, Picture
from reflect.reports.charts.rows import add_head, label_lines
from reflect.reports.charts.sheet import LEADING, Scale, add_ticks, rule, scale_of
from reflect.reports.colours import ACCENT, LINE, PAPER

_TRACK = 25.0  # the room of the line and its dots
_AXIS = 6.0
_DOT = 4.5


def ranges(picture: Picture, width: float) -> Drawing:
    """Its marks from top to bottom; a missing value is not drawn."""
    labels = [label_lines(mark, width) for mark in picture.marks]
    height = sum(len(lines) * LEADING + _TRACK for lines in labels) + _AXIS
    drawing = Drawing(width, height)
    scale = scale_of(picture, _DOT, width - _DOT)
    top = height
    for mark, lines in zip(picture.marks, labels, strict=True):
        top -= add_head(drawing, mark, lines, top)
        _add_range(drawing, scale, mark, top - _TRACK / 3)
        top -= _TRACK
    add_ticks(drawing, scale, 2)
    return drawing


def _add_range(drawing: Drawing, scale: Scale, mark: Mark, y: float) -> None:
    drawing.add(rule(scale.left, y, scale.right, y, colour=LINE, width=1.2))
    if mark.value is not None and mark.second is not None:
        ends = scale.at(mark.value), scale.at(mark.second)
        drawing.add(rule(ends[0], y, ends[1], y, colour=ACCENT, width=2.4))
    if mark.value is not None:
        drawing.add(_dot(scale, mark.value, y, is_open=True))
    if mark.second is not None:
        drawing.add(_dot(scale, mark.second, y, is_open=False))


def _dot(scale: Scale, value: Fraction, y: float, *, is_open: bool) -> Circle:
    """The closed dot is smaller, so that both are seen where nothing moved."""
    return Circle(
        scale.at(value),
        y,
        _DOT if is_open else _DOT - 1.5,
        fillColor=PAPER if is_open else ACCENT,
        strokeColor=ACCENT,
        strokeWidth=1.4,
    )
