"""What is drawn and not written: figures with their words, and rules that are no content."""

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from reflect.reports.tagging.canvas import TaggedCanvas
from reflect.reports.tagging.shapes import draw
from reflect.reports.tagging.tree import Element

_THIN = 0.6  # points


class Figure(Flowable):
    """A drawing with the words that say the same; without words it is decoration."""

    canv: TaggedCanvas

    def __init__(self, drawing: Drawing, alt: str) -> None:
        """Take the drawing's size (points), and its own scale."""
        super().__init__()
        self.drawing = drawing
        self.alt = alt
        scale = drawing.renderScale
        self.width, self.height = drawing.width * scale, drawing.height * scale

    def draw(self) -> None:
        """Draw it, marked as a figure with its box on the page."""
        left, bottom = self.canv.absolutePosition(0, 0)
        box = (left, bottom, left + self.width, bottom + self.height)
        numbers = " ".join(f"{number:.2f}" for number in box)
        attributes = f"/O/Layout/Placement/Block/BBox[{numbers}]"
        with (
            self.canv.marked(Element("Figure", self.canv.top, alt=self.alt, attributes=attributes))
            if self.alt
            else self.canv.artifact("Layout")
        ):
            draw(self.drawing, self.canv, 0, 0)


class Rule(Flowable):
    """A thin line between two parts, beginning `outdent` points left of the text; no content.

    At the top of a page nothing lies above it, and it is not drawn.
    """

    canv: TaggedCanvas

    def __init__(self, outdent: float, colour: Color, top: float) -> None:
        """`top` is where a page begins, from below."""
        super().__init__()
        self.outdent = outdent
        self.top = top
        self.colour = colour
        self.height = _THIN
        self.spaceBefore, self.spaceAfter = 9, 5.5

    def wrap(self, width: float, height: float, /) -> tuple[float, float]:  # noqa: ARG002 - ReportLab's
        """As wide as the text."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Draw the line."""
        if self.canv.absolutePosition(0, 0)[1] > self.top:
            return
        with self.canv.artifact("Layout"):
            self.canv.setStrokeColor(self.colour)
            self.canv.setLineWidth(_THIN)
            self.canv.line(-self.outdent, 0, self.width, 0)
