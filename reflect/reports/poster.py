"""One page for a wall: a part in letters that are read from two metres, as a tagged PDF."""

from functools import partial
from io import BytesIO
from typing import IO, Any

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Frame, PageTemplate, Spacer

from reflect.reports.blocks import Block, Lead, Note, Paragraph, Part, Picture
from reflect.reports.charts import drawing
from reflect.reports.colours import ACCENT, INK, SOFT
from reflect.reports.letters import writable
from reflect.reports.printing import marked_up, written
from reflect.reports.stationery import HEIGHT, WIDTH, Sheet
from reflect.reports.tagging import Figure, Heading, Metadata, TaggedCanvas, Text
from reflect.reports.typefaces import BOLD, REGULAR

_EDGE = 48.0  # all in points
_BAND = 20.0  # at the top
_ROOM = WIDTH - 2 * _EDGE
_TALL = HEIGHT - _BAND - 2 * _EDGE
_AIR = 20.0  # above and below the chart at least
_TITLES = ((18, 46.0), (34, 36.0), (60, 28.0), (1000, 21.0))  # letters at most, and their size
_SCALES = [number / 20 for number in range(54, 5, -1)]  # of a chart, the largest that fits


def _style(name: str, size: float, **more: Any) -> ParagraphStyle:
    given: dict[str, Any] = {"fontName": REGULAR, "textColor": INK, "alignment": TA_LEFT} | more
    return ParagraphStyle(name, fontSize=size, leading=size * 1.25, **given)


_STYLES = {
    Lead: _style("wall lead", 22, spaceAfter=4),
    Paragraph: _style("wall question", 22, fontName=BOLD, textColor=ACCENT, spaceAfter=10),
    Note: _style("wall note", 12.5, textColor=SOFT),
}
_ABOVE = _style("wall above", 14, fontName=BOLD, textColor=ACCENT, spaceAfter=5)


class _Wall(Sheet):
    """A page without a margin for labels, and without a foot."""

    def __init__(self, file: IO[bytes], metadata: Metadata) -> None:
        super().__init__(file, metadata, "")
        room = (_EDGE, _EDGE, _ROOM, _TALL)
        frame = Frame(*room, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        self.pageTemplates = [PageTemplate("wall", [frame], onPage=self.furnish)]

    def furnish(self, canvas: Any, _: object) -> None:
        """A band at the top, which is no content."""
        with canvas.artifact("Pagination"):
            canvas.setFillColor(ACCENT)
            canvas.rect(0, HEIGHT - _BAND, WIDTH, _BAND, stroke=0, fill=1)


def poster(part: Part, metadata: Metadata) -> bytes:
    """The part on one page: the title as large as it may be, and the chart as the rest leaves."""
    file = BytesIO()
    canvas = partial(TaggedCanvas, metadata=metadata, pdfVersion=(1, 7))
    _Wall(file, metadata).build(_filled(part), canvasmaker=canvas)
    return file.getvalue()


def _filled(part: Part) -> list[Flowable]:
    """The flowables from top to bottom; what stands below the chart stands at the foot."""
    size = next(size for most, size in _TITLES if len(part.title) <= most)
    title = _style("wall title", size, fontName=BOLD, spaceAfter=size / 4)
    head = [Text(marked_up(part.above), _ABOVE), Heading(marked_up(part.title), title, 1)]
    texts = [_text(block) for block in part.blocks if not isinstance(block, Picture)]
    left = _TALL - sum(map(_height, (*head, *texts)))
    pictures = [block for block in part.blocks if isinstance(block, Picture)]
    if not pictures:
        return [*head, *texts]
    chart = _chart(pictures[0], left - 2 * _AIR)
    rest = max((left - chart.height) / 2 - 0.1, 0)
    return [*head, texts[0], Spacer(0, _AIR), chart, Spacer(0, 2 * rest - _AIR), *texts[1:]]


def _text(block: Block) -> Text:
    return Text(marked_up(getattr(block, "text", "")), _STYLES[type(block)])


def _height(text: Text) -> float:
    """What a text takes, with the room below it."""
    return float(text.wrap(_ROOM, _TALL)[1]) + float(text.getSpaceAfter())


def _chart(picture: Picture, height: float) -> Figure:
    """The chart, as large as fits so many points of height."""
    whole = written(picture)
    for scale in _SCALES:
        drawn = drawing(whole, _ROOM / scale)
        drawn.renderScale = scale
        if drawn.height * scale <= height:
            break
    return Figure(drawn, writable(picture.alt))
