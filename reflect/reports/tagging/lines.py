"""A line to write on by hand: room on the paper, and no content."""

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from reflect.reports.tagging.canvas import TaggedCanvas


class Line(Flowable):
    """A thin line as wide as the text, with room above it to write."""

    canv: TaggedCanvas

    def __init__(self, room: float, colour: Color) -> None:
        """`room`: points above the line."""
        super().__init__()
        self.height = room
        self.colour = colour

    def wrap(self, width: float, height: float, /) -> tuple[float, float]:  # noqa: ARG002 - ReportLab's
        """As wide as the text."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Draw the line."""
        with self.canv.artifact("Layout"):
            self.canv.setStrokeColor(self.colour)
            self.canv.setLineWidth(0.6)
            self.canv.line(0, 0, self.width, 0)
