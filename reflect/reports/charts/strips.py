"""Strips: a row for each mark and a panel for each step, with a dot where the value lies.

All panels have one fixed scale and share the labels at their left. A row without a value says in
words why, where its dot would be. An edge is a line through all rows: a figure to lay beside them.
The row of the whole stands below a line, in bold.
"""

from dataclasses import dataclass
from fractions import Fraction

from reportlab.graphics.shapes import Circle, Drawing
from reportlab.pdfbase.pdfmetrics import stringWidth

from reflect.reports.blocks import Picture, Point
from reflect.reports.charts.sheet import TICK, Scale, rule, scale_of, words, wrapped
from reflect.reports.colours import ACCENT, SOFT, TINT
from reflect.reports.typefaces import BOLD, REGULAR

_SIZE = 8.5  # points, of labels and figures
_BASE = 0.34 * _SIZE  # from the middle of a line to its base
_LEADING = 10.0
_AROUND = 4.5  # what a row takes besides its label
_BELOW = 4.0  # the titles of the panels
_AXIS = 12.0
_GAP = 14.0
_DOT = 3.2
_BESIDE = 5.0  # between a track and its figure
_SHARES = (0.44, 0.27)  # of the width at most, for labels beside one panel and beside several
_MOST = 2  # lines of a label
_DENSE = 9.0  # a figure on the axis takes so many points


@dataclass(frozen=True, slots=True)
class _Panel:
    """A step: its title in lines, its points from top to bottom, and where it lies."""

    title: list[str]
    points: list[Point]
    left: float
    right: float

    def scale(self, picture: Picture) -> Scale:
        """Where its dots lie; its figures stand at the right of them."""
        told = [point.number for point in self.points if point.value is not None]
        figures = max((stringWidth(each, BOLD, _SIZE) for each in told), default=0.0)
        return scale_of(picture, self.left + _DOT, self.right - figures - _BESIDE - _DOT)


def strips(picture: Picture, width: float) -> Drawing:
    """Its marks from top to bottom, in as many panels as it has steps, or in one."""
    count = max(len(picture.steps), 1)
    labels = [_label(mark.label, width * _SHARES[count > 1]) for mark in picture.marks]
    heights = [len(lines) * _LEADING + _AROUND for lines in labels]
    panels = _panels(picture, width, _widest(labels) + _GAP)
    head = max(len(panel.title) for panel in panels) * _LEADING + _BELOW
    drawing = Drawing(width, _AXIS + sum(heights) + head)
    middles = _middles(drawing.height - head, heights)
    for mark, lines, y, high in zip(picture.marks, labels, middles, heights, strict=True):
        _add_label(drawing, lines, y, BOLD if mark.is_whole else REGULAR)
        if mark.is_whole:
            drawing.add(rule(0, y + high / 2, width, y + high / 2, colour=SOFT))
    for panel in panels:
        _add_scale(drawing, picture, panel, _AXIS + sum(heights))
        for point, y in zip(panel.points, middles, strict=True):
            _add_point(drawing, panel, point, panel.scale(picture), y)
    return drawing


def _label(text: str, width: float) -> list[str]:
    """In lines; what is longer ends in dots, a word without end too."""
    lines = [_cut(line, width) for line in wrapped(text, width, size=_SIZE)] or [""]
    return lines if len(lines) <= _MOST else [*lines[: _MOST - 1], f"{lines[_MOST - 1]} …"]


def _cut(line: str, width: float) -> str:
    """As much of a line as fits."""
    if stringWidth(line, REGULAR, _SIZE) <= width:
        return line
    letters = range(len(line), 0, -1)
    cut = (f"{line[:number]}…" for number in letters)
    return next((one for one in cut if stringWidth(one, REGULAR, _SIZE) <= width), "…")


def _widest(labels: list[list[str]]) -> float:
    return max(float(stringWidth(line, REGULAR, _SIZE)) for lines in labels for line in lines)


def _panels(picture: Picture, width: float, left: float) -> list[_Panel]:
    """Of equal width, from the labels to the right side."""
    if not picture.steps:
        points = [Point(mark.value, mark.number or mark.words) for mark in picture.marks]
        return [_Panel([], points, left, width)]
    step = (width - left + _GAP) / len(picture.steps)
    return [
        _Panel(
            wrapped(title, step - _GAP, BOLD, TICK),
            [mark.points[number] for mark in picture.marks],
            left + number * step,
            left + (number + 1) * step - _GAP,
        )
        for number, title in enumerate(picture.steps)
    ]


def _middles(top: float, heights: list[float]) -> list[float]:
    """The middle of each row, from the top."""
    return [top - sum(heights[:number]) - high / 2 for number, high in enumerate(heights)]


def _add_label(drawing: Drawing, lines: list[str], y: float, face: str) -> None:
    """The label, its middle level with its dots."""
    first = y + (len(lines) - 1) * _LEADING / 2 - _BASE
    for number, line in enumerate(lines):
        drawing.add(words(0, first - number * _LEADING, line, face=face, size=_SIZE))


def _add_scale(drawing: Drawing, picture: Picture, panel: _Panel, high: float) -> None:
    """The title, a line for each whole figure, and one for each edge."""
    scale = panel.scale(picture)
    for number, line in enumerate(reversed(panel.title)):
        y = high + _BELOW + number * _LEADING
        drawing.add(words(panel.left, y, line, face=BOLD, size=TICK))
    dense = (scale.right - scale.left) / (picture.high - picture.low) < _DENSE
    for figure in range(picture.low, picture.high + 1):
        x = scale.at(Fraction(figure))
        drawing.add(rule(x, _AXIS, x, high, colour=TINT))
        if not dense or figure in (picture.low, picture.high):
            drawing.add(words(x, 2, str(figure), size=TICK, colour=SOFT, anchor="middle"))
    for edge in picture.edges:
        drawing.add(rule(scale.at(edge), _AXIS, scale.at(edge), high, colour=SOFT, width=1.4))


def _add_point(drawing: Drawing, panel: _Panel, point: Point, scale: Scale, y: float) -> None:
    """A dot on its track and the figure beside it, or words."""
    base, told = y - _BASE, point.number
    if point.value is None:
        drawing.add(words(panel.right, base, told, size=TICK, colour=SOFT, anchor="end"))
        return
    drawing.add(rule(scale.left, y, scale.right, y, colour=TINT, width=1))
    drawing.add(Circle(scale.at(point.value), y, _DOT, fillColor=ACCENT, strokeColor=None))
    drawing.add(words(panel.right, base, told, face=BOLD, size=_SIZE, anchor="end"))
