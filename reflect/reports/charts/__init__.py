"""Charts: marks in, a drawing out; each on a fixed scale, one file a chart."""

from reportlab.graphics.shapes import Drawing

from reflect.reports.blocks import Picture
from reflect.reports.charts.bars import bars
from reflect.reports.charts.gauge import gauge
from reflect.reports.charts.qr import qr
from reflect.reports.charts.radar import radar
from reflect.reports.charts.ranges import ranges
from reflect.reports.charts.slope import slope
from reflect.reports.charts.strips import strips

CHARTS = {
    "bars": bars,
    "gauge": gauge,
    "qr": qr,
    "radar": radar,
    "ranges": ranges,
    "slope": slope,
    "strips": strips,
}


def drawing(picture: Picture, width: float) -> Drawing:
    """The drawing of a picture, so wide (points) and as high as it needs."""
    return CHARTS[picture.chart](picture, width)
