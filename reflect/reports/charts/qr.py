"""A QR code: the label of its only mark, as dark squares."""

from reportlab.graphics.shapes import Drawing

from reflect.reports.blocks import Picture
from reflect.reports.charts.sheet import area
from reflect.reports.colours import INK
from reflect.reports.squares import squares

_WIDEST = 230.0  # points: read from a table, and from across it


def qr(picture: Picture, width: float) -> Drawing:
    """Dark squares that stand beside each other are one area, so that no line shows between."""
    rows = squares(picture.marks[0].label)
    size = min(width, _WIDEST)
    step, drawing = size / len(rows), Drawing(size, size)
    for number, row in enumerate(rows, start=1):
        start = 0
        while 1 in row[start:]:
            left = row.index(1, start)
            start = row.index(0, left)
            drawing.add(area(left * step, size - number * step, (start - left) * step, step, INK))
    return drawing
