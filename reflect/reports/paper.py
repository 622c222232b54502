"""Blocks on paper: what a report says, as flowables on the stationery, as a tagged PDF."""

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from reflect.reports.blocks import Band, Block, Details, Figures, Labelled, Lead, Part
from reflect.reports.blocks import Heading as Subheading
from reflect.reports.colours import LINE
from reflect.reports.letters import in_line
from reflect.reports.printing import abreast, laid, marked_up, under, unfolded
from reflect.reports.stationery import HEIGHT, OUTDENT, STYLES, TOP, Sheet
from reflect.reports.tagging import Figure, Heading, Metadata, Rule, TaggedCanvas, Text

_SHORT = 60  # characters of a fact that stands beside others
_ROOM = 135.0  # a part begins where so many points are left
_TABLE = 155.0  # points, for a part that opens with a table
_LITTLE = 70.0  # points, for a part of one sentence
_SOME = 60.0  # points, for a small heading and the first lines of its table
_TITLE = 75.0  # points, of a part's title and the sentence it opens with


def printed(parts: Sequence[Part], metadata: Metadata, footer: str, behind: str = "") -> bytes:
    """The parts as a PDF: the first heads the first page, the others follow.

    What a page folds away stands behind them; `behind` tells so, where it would have stood first.
    Last are the parts that have a sheet of their own, to be taken out.
    """
    story = _masthead(parts[0])
    for part in parts[1:]:
        if behind and _folded([part]):
            story.append(Text(marked_up(behind), STYLES["note"]))
            behind = ""
        story += [] if part.apart else _part(part)
    story += _back(parts)
    for part in parts[1:]:
        story += [PageBreak(), *_part(part)] if part.apart else []
    file = BytesIO()
    canvas = partial(TaggedCanvas, metadata=metadata, pdfVersion=(1, 7))
    Sheet(file, metadata, in_line(footer)).build(story, canvasmaker=canvas)
    return file.getvalue()


def _masthead(part: Part) -> list[Flowable]:
    """The title of the whole, the sentence that opens it, and facts: short ones side by side."""
    told: list[Flowable] = _titled(part, 1)
    others = list(part.blocks)
    if others and isinstance(others[0], Lead):
        told.append(Text(marked_up(others[0].text), STYLES["opening"]))
        del others[0]
    for are_short, group in groupby(others, _is_short):
        blocks = list(group)
        told += [*abreast(blocks), Spacer(0, 3)] if are_short else _laid(blocks, 1)
    return told


def _is_short(block: Block) -> bool:
    return isinstance(block, Labelled) and max(map(len, block.texts)) <= _SHORT


def _part(part: Part) -> list[Flowable]:
    """A part below a rule: a score and all that is said of it stand on one page."""
    rule = Rule(OUTDENT, LINE, HEIGHT - TOP - 1)
    flowables = [rule, *_titled(part, 2), *_laid(part.blocks, 2)]
    if any(isinstance(block, Band) for block in part.blocks):
        return [KeepTogether(flowables)]
    first = [each.height for each in flowables[:4] if isinstance(each, Figure)]
    opens_with_table = any(isinstance(block, Figures) for block in part.blocks[:2])
    asked = [_TITLE + each.height for each in flowables[:4] if isinstance(each, CondPageBreak)]
    least = _TABLE if opens_with_table else _ROOM if len(part.blocks) > 1 else _LITTLE
    room = max([least, *asked[:1]])
    return [CondPageBreak(_TITLE + first[0] if first else room), *flowables]


def _titled(part: Part, level: int) -> list[Flowable]:
    """A part's title, and the small line over it."""
    style = STYLES["title" if level == 1 else "part"]
    above = [Text(marked_up(part.above), STYLES["above"])] if part.above else []
    return [*above, Heading(marked_up(part.title), style, level)]


def _laid(told: Sequence[Block], level: int) -> list[Flowable]:
    """The blocks of a part of that level, but for what is folded away."""
    flowables: list[Flowable] = []
    heading: Subheading | None = None
    for block in told:
        if not isinstance(block, Subheading | Details):
            flowables += under(heading, level + 1, block) if heading else laid(block)
        heading = block if isinstance(block, Subheading) else None
    return flowables


def _folded(parts: Sequence[Part]) -> list[tuple[str, Details]]:
    """What is folded away, and the title of its part."""
    return [(p.title, block) for p in parts for block in p.blocks if isinstance(block, Details)]


def _back(parts: Sequence[Part]) -> list[Flowable]:
    """What a page folds away, in small type, under its label and the titles of the parts."""
    folded = _folded(parts)
    if not folded:
        return []
    title = Heading(marked_up(folded[0][1].label), STYLES["part"], 2)
    told = [
        each
        for title, details in folded
        for each in (CondPageBreak(_SOME), *unfolded(title, details))
    ]
    return [CondPageBreak(_ROOM), Rule(OUTDENT, LINE, HEIGHT - TOP - 1), title, *told]
