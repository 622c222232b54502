"""A radar: a spoke for each mark, on a fixed scale (ReportLab's own grows with the data)."""

import math
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from reportlab.graphics.shapes import Circle, Drawing, Polygon

from reflect.reports.blocks import Picture
from reflect.reports.charts.sheet import TICK, Anchor, rule, words, wrapped
from reflect.reports.colours import ACCENT, LINE, SOFT

_RADIUS = 55.0  # at most
_SHARE = 0.2  # of the width, so that a phone leaves room for a long word beside it
_ROOM = 25.5  # above the web and below it, unless its labels reach further
_DEEP = 3.0  # letters below their line
_OFF = 2.0  # more, for the label at the top
_BEYOND = 9.0  # from the end of a spoke to its label
_LABEL = 9.0  # leading of the labels
_SLACK = 0.92  # a page may fall back on wider letters
_UP = 0.3  # sine below which a label stands over or under its spoke

Place = tuple[float, float]


def radar(picture: Picture, width: float) -> Drawing:
    """Its marks clockwise from the top; a mark without a value leaves its spoke empty."""
    spokes = _Spokes(picture, width)
    drawing = Drawing(width, spokes.y + spokes.above)
    _add_web(drawing, picture, spokes)
    points = [
        None if mark.value is None else spokes.at(number, mark.value)
        for number, mark in enumerate(picture.marks)
    ]
    for one, next_one in pairwise([*points, points[0]]):
        if one and next_one:
            drawing.add(rule(*one, *next_one, colour=ACCENT, width=1.8))
    for point in points:
        if point:
            drawing.add(Circle(*point, 3, fillColor=ACCENT, strokeColor=None))
    for label in spokes.labels:
        _add_label(drawing, spokes.y, label)
    return drawing


@dataclass(frozen=True)
class _Label:
    """The words at a spoke; `top` is the height of their first line above the middle."""

    lines: list[str]
    x: float
    top: float
    anchor: Anchor

    @property
    def reach(self) -> float:
        """How far below the middle they reach."""
        return (len(self.lines) - 1) * _LABEL - self.top + _DEEP


class _Spokes:
    """Where a value of a spoke lies on the drawing."""

    def __init__(self, picture: Picture, width: float) -> None:
        self.low, self.high = picture.low, picture.high
        self.count = len(picture.marks)
        self.radius = min(_RADIUS, _SHARE * width)
        self.x, self.width, self.y = width / 2, width, 0.0
        self.labels = [self._label(number, mark.label) for number, mark in enumerate(picture.marks)]
        room = self.radius + _ROOM
        self.above = max(room, *(label.top + _LABEL for label in self.labels))
        self.y = max(room, *(label.reach for label in self.labels))

    def turn(self, number: int) -> Place:
        """The sine and cosine of a spoke, clockwise from the top."""
        angle = 2 * math.pi * number / self.count
        return math.sin(angle), math.cos(angle)

    def at(self, number: int, value: Fraction, beyond: float = 0) -> Place:
        """The place of a value on a spoke, so many points further out."""
        length = self.radius * float((value - self.low) / (self.high - self.low)) + beyond
        sine, cosine = self.turn(number)
        return self.x + length * sine, self.y + length * cosine

    def _label(self, number: int, text: str) -> _Label:
        """Beside its spoke, above or below it; reckoned from the middle."""
        sine, cosine = self.turn(number)
        x, y = self.at(number, Fraction(self.high), beyond=_BEYOND)
        anchor: Anchor = "middle" if abs(sine) < _UP else "start" if sine > 0 else "end"
        room = {"middle": 220.0, "start": self.width - x, "end": x}[anchor] * _SLACK
        lines = wrapped(text, room, size=TICK + 0.5)
        top = y + (cosine - 1) * len(lines) * _LABEL / 2 + (len(lines) - 1) * _LABEL
        top += _OFF if cosine == 1 else 0  # clear of the highest figure
        return _Label(lines, x, top, anchor)


def _add_web(drawing: Drawing, picture: Picture, spokes: _Spokes) -> None:
    outer = Fraction(picture.high)
    for figure in range(picture.low + 1, picture.high + 1):
        corners = [
            ordinate
            for number in range(spokes.count)
            for ordinate in spokes.at(number, Fraction(figure))
        ]
        drawing.add(Polygon(corners, fillColor=None, strokeColor=LINE, strokeWidth=0.6))
    for number in range(spokes.count):
        drawing.add(rule(spokes.x, spokes.y, *spokes.at(number, outer)))
    for figure in range(picture.low, picture.high + 1):
        x, y = spokes.at(0, Fraction(figure))
        drawing.add(words(x + 3, y + 2, str(figure), size=TICK, colour=SOFT))


def _add_label(drawing: Drawing, y: float, label: _Label) -> None:
    for row, line in enumerate(label.lines):
        height = y + label.top - row * _LABEL
        drawing.add(words(label.x, height, line, size=TICK + 0.5, anchor=label.anchor))
