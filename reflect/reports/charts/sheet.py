"""What all charts draw with: words and rules in the house's letters, and a fixed scale."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color
from reportlab.lib.utils import simpleSplit

from reflect.reports.blocks import Picture
from reflect.reports.colours import INK, LINE, SOFT
from reflect.reports.typefaces import REGULAR

Anchor = Literal["start", "middle", "end"]

SIZE = 9.5  # points, of the words in a chart
LEADING = 12.5
TICK = 8.0  # points, of the figures along a scale


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a value lies between left and right (points)."""

    low: int
    high: int
    left: float
    right: float

    def at(self, value: Fraction) -> float:
        """The place of a value (points)."""
        share = Fraction(value - self.low) / (self.high - self.low)
        return self.left + float(share) * (self.right - self.left)


def scale_of(picture: Picture, left: float, right: float) -> Scale:
    """The picture's own scale: it never follows the data."""
    return Scale(picture.low, picture.high, left, right)


def words(  # noqa: PLR0913 - a text has that many sides
    x: float,
    y: float,
    text: str,
    *,
    face: str = REGULAR,
    size: float = SIZE,
    colour: Color = INK,
    anchor: Anchor = "start",
) -> String:
    """A line of text with its base at (x, y) in points."""
    return String(x, y, text, fontName=face, fontSize=size, fillColor=colour, textAnchor=anchor)


def rule(  # noqa: PLR0913 - two ends, a colour and a width
    x1: float, y1: float, x2: float, y2: float, *, colour: Color = LINE, width: float = 0.6
) -> Line:
    """A thin straight line (points)."""
    return Line(x1, y1, x2, y2, strokeColor=colour, strokeWidth=width)


def area(x: float, y: float, width: float, height: float, colour: Color) -> Rect:
    """A filled rectangle from its left lower corner (points)."""
    paint = {"fillColor": colour, "strokeColor": None}
    return Rect(x, y, width, height, **paint)  # type: ignore[arg-type] # the stubs mistake **kw


def wrapped(text: str, width: float, face: str = REGULAR, size: float = SIZE) -> list[str]:
    """The text in lines of at most so many points."""
    return list(simpleSplit(text, face, size, width))


def add_ticks(drawing: Drawing, scale: Scale, y: float) -> None:
    """Write every whole figure of a scale at the height y (points)."""
    for figure in range(scale.low, scale.high + 1):
        anchor: Anchor = "middle"
        if figure in (scale.low, scale.high):
            anchor = "start" if figure == scale.low else "end"
        x = scale.at(Fraction(figure))
        drawing.add(words(x, y, str(figure), size=TICK, colour=SOFT, anchor=anchor))
