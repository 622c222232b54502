"""A gauge: one mark on a fixed scale; the band that it lies in is darker."""

from fractions import Fraction
from itertools import pairwise

from reportlab.graphics.shapes import Circle, Drawing

from reflect.reports.blocks import Picture
from reflect.reports.charts.sheet import add_ticks, area, scale_of
from reflect.reports.colours import ACCENT, LINE, PAPER, TINT

_TRACK = 18.0  # from below, points
_THICK = 6.0
_DOT = 5.5
_GAP = 0.8  # at both sides of an edge


def gauge(picture: Picture, width: float) -> Drawing:
    """Its only mark as a dot; it has a value."""
    value = picture.marks[0].value or Fraction(picture.low)
    drawing = Drawing(width, _TRACK + _THICK + 5)
    scale = scale_of(picture, _DOT, width - _DOT)
    ends = (Fraction(picture.low), *picture.edges, Fraction(picture.high))
    current = sum(value >= edge for edge in picture.edges)
    for number, (start, end) in enumerate(pairwise(ends)):
        left, right = scale.at(start) + _GAP, scale.at(end) - _GAP
        shade = LINE if number == current else TINT
        drawing.add(area(left, _TRACK, right - left, _THICK, shade))
    add_ticks(drawing, scale, 5)
    middle = _TRACK + _THICK / 2
    drawing.add(
        Circle(scale.at(value), middle, _DOT, fillColor=ACCENT, strokeColor=PAPER, strokeWidth=1.5)
    )
    return drawing
