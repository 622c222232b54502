"""Bars: a row for each mark, its label and words above a bar on a fixed scale."""

from reportlab.graphics.shapes import Drawing

from reflect.reports.blocks import Mark, Picture
from reflect.reports.charts.rows import add_head, label_lines
from reflect.reports.charts.sheet import LEADING, Scale, add_ticks, area, rule, scale_of
from reflect.reports.colours import ACCENT, PAPER, TINT

_BAR = 7.5
_APART = 7.5  # between a bar and the next label
_AXIS = 7.0  # what the figures of the scale take more than that
_LEAST = 2.0  # the lowest score is seen too


def bars(picture: Picture, width: float) -> Drawing:
    """Its marks from top to bottom; the bar begins at the low end of the scale."""
    labels = [label_lines(mark, width) for mark in picture.marks]
    heights = [len(lines) * LEADING + _BAR + _APART for lines in labels]
    drawing = Drawing(width, sum(heights) + _AXIS)
    scale = scale_of(picture, 0, width)
    top = drawing.height
    for mark, lines, height in zip(picture.marks, labels, heights, strict=True):
        below = top - add_head(drawing, mark, lines, top)
        _add_bar(drawing, picture, scale, mark, below - _BAR)
        top -= height
    add_ticks(drawing, scale, 2)
    return drawing


def _add_bar(drawing: Drawing, picture: Picture, scale: Scale, mark: Mark, bottom: float) -> None:
    drawing.add(area(0, bottom, scale.right, _BAR, TINT))
    if mark.value is not None:
        length = max(scale.at(mark.value), _LEAST)
        drawing.add(area(0, bottom, length, _BAR, ACCENT))
    for edge in picture.edges:
        x = scale.at(edge)
        drawing.add(rule(x, bottom, x, bottom + _BAR, colour=PAPER, width=1.2))
