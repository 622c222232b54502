"""The head of a row: its label at the left, its words and its number at the right."""

from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase.pdfmetrics import stringWidth

from reflect.reports.blocks import Mark
from reflect.reports.charts.sheet import LEADING, SIZE, TICK, words, wrapped
from reflect.reports.colours import ACCENT, SOFT
from reflect.reports.typefaces import BOLD, REGULAR

_GUTTER = 14.0  # between a label and the words at its right
_BASE = 4.0  # from the foot of a line to its base
_LEAST = 90.0  # room for a label, in any case
_MOST = 3  # lines of a label; the words instead of a picture have all of it
_APART = 6.0  # between the words and the number


def label_lines(mark: Mark, width: float) -> list[str]:
    """The label in lines, with room left for the words beside it (width in points)."""
    beside = _number_width(mark) + stringWidth(mark.words, REGULAR, TICK)
    lines = wrapped(mark.label, max(width - beside - _APART - _GUTTER, _LEAST))
    return lines if len(lines) <= _MOST else [*lines[: _MOST - 1], f"{lines[_MOST - 1]} …"]


def add_head(drawing: Drawing, mark: Mark, lines: list[str], top: float) -> float:
    """Write a row's head below `top`; the height it took (points)."""
    for number, line in enumerate(lines, start=1):
        drawing.add(words(0, top - number * LEADING + _BASE, line))
    base = top - len(lines) * LEADING + _BASE
    right = drawing.width - _number_width(mark) - (_APART if mark.number else 0)
    drawing.add(words(right, base, mark.words, size=TICK, colour=SOFT, anchor="end"))
    drawing.add(words(drawing.width, base, mark.number, face=BOLD, colour=ACCENT, anchor="end"))
    return len(lines) * LEADING


def _number_width(mark: Mark) -> float:
    return float(stringWidth(mark.number, BOLD, SIZE))
