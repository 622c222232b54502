"""The shapes of a chart, drawn straight into a page: its colours are set where they change."""

from collections.abc import Callable, Mapping
from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase.pdfmetrics import stringWidth

from reflect.reports.tagging.writing import WritingCanvas, figure, figures, ink

_HANDLE = 0.5522847498  # of its radius: how far the handles of a quarter of a circle reach
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of its width: how far words reach left


def draw(drawing: Drawing, canvas: WritingCanvas, left: float, bottom: float) -> None:
    """Draw it in its own scale, with its left lower corner there (points)."""
    scale: float = drawing.renderScale
    canvas.literal(f"q {figures(scale, 0, 0, scale, left, bottom)} cm")
    for shape in drawing.contents:
        _SHAPES[type(shape).__name__](shape, canvas)
    canvas.literal("Q")


def _line(line: Any, canvas: WritingCanvas) -> None:
    ends = f"{figures(line.x1, line.y1)} m {figures(line.x2, line.y2)} l"
    canvas.literal(f"{_pen(line)} {ends} S")


def _rectangle(rect: Any, canvas: WritingCanvas) -> None:
    box = figures(rect.x, rect.y, rect.width, rect.height)
    canvas.literal(f"{ink(rect.fillColor)} rg {box} re f")


def _circle(circle: Any, canvas: WritingCanvas) -> None:
    x, y, r = circle.cx, circle.cy, circle.r
    h = _HANDLE * r
    quarters = (
        (x + r, y + h, x + h, y + r, x, y + r),
        (x - h, y + r, x - r, y + h, x - r, y),
        (x - r, y - h, x - h, y - r, x, y - r),
        (x + h, y - r, x + r, y - h, x + r, y),
    )
    path = " ".join(f"{figures(*quarter)} c" for quarter in quarters)
    paint = f"{_pen(circle)} {{}} b" if circle.strokeColor else "{} h f"
    path = f"{figures(x + r, y)} m {path}"
    canvas.literal(f"{ink(circle.fillColor)} rg {paint.format(path)}")


def _polygon(polygon: Any, canvas: WritingCanvas) -> None:
    """Its outline; it is filled with nothing."""
    first, *others = zip(polygon.points[::2], polygon.points[1::2], strict=True)
    lines = " ".join(f"{figures(*corner)} l" for corner in others)
    canvas.literal(f"{_pen(polygon)} {figures(*first)} m {lines} s")


def _text(text: Any, canvas: WritingCanvas) -> None:
    if not text.text:
        return
    face, size = text.fontName, text.fontSize
    share = _SHARES[text.textAnchor]
    left = text.x - share * stringWidth(text.text, face, size) if share else text.x
    canvas.write(left, text.y, [text.text], face=face, size=size, colour=text.fillColor)


def _pen(shape: Any) -> str:
    return f"{ink(shape.strokeColor)} RG {figure(shape.strokeWidth)} w"


_SHAPES: Mapping[str, Callable[[Any, WritingCanvas], None]] = {
    "Line": _line,
    "Rect": _rectangle,
    "Circle": _circle,
    "Polygon": _polygon,
    "String": _text,
}
