"""Blocks on paper: what a report says, as flowables on the stationery, as a tagged PDF."""

from collections.abc import Sequence
from functools import partial
from io import BytesIO

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from reflect.reports.blocks import Band, Part
from reflect.reports.blocks import Heading as Subheading
from reflect.reports.colours import LINE
from reflect.reports.letters import writable
from reflect.reports.printing import laid, marked_up, under
from reflect.reports.stationery import HEIGHT, OUTDENT, STYLES, TOP, Sheet
from reflect.reports.tagging import Heading, Metadata, Rule, TaggedCanvas, Text

_ROOM = 190.0  # a part begins where so many points are left
_LITTLE = 70.0  # points, for a part of one sentence
_COVER = 210.0  # above the title


def printed(parts: Sequence[Part], metadata: Metadata, footer: str) -> bytes:
    """The parts as a PDF: the first is the cover, the others follow on new pages."""
    story: list[Flowable] = [Spacer(0, _COVER), *_flowables(parts[0], 1), PageBreak()]
    for number, part in enumerate(parts[1:]):
        flowables = _flowables(part, 2)
        if number:
            story.append(CondPageBreak(_ROOM if len(part.blocks) > 1 else _LITTLE))
            flowables.insert(0, Rule(OUTDENT, LINE, HEIGHT - TOP - 1))
        story += _held(part, flowables)
    file = BytesIO()
    canvas = partial(TaggedCanvas, metadata=metadata, pdfVersion=(1, 7))
    Sheet(file, metadata, writable(footer)).build(story, canvasmaker=canvas)
    return file.getvalue()


def _held(part: Part, flowables: list[Flowable]) -> list[Flowable]:
    """A score and all that is said of it stand on one page; its details may stand on the next."""
    if not any(isinstance(block, Band) for block in part.blocks):
        return flowables
    return [KeepTogether(flowables[:-1]), flowables[-1]]


def _flowables(part: Part, level: int) -> list[Flowable]:
    """A part's title and its blocks."""
    style = STYLES["title" if level == 1 else "part"]
    flowables: list[Flowable] = []
    if part.above:
        flowables.append(Text(marked_up(part.above), STYLES["above"]))
    flowables.append(Heading(marked_up(part.title), style, level))
    heading: Subheading | None = None
    for block in part.blocks:
        if not isinstance(block, Subheading):
            flowables += under(heading, block) if heading else laid(block)
        heading = block if isinstance(block, Subheading) else None
    return flowables
