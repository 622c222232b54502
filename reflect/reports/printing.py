"""Each block as flowables: a label stands in the margin, what it labels beside it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatch
from xml.sax.saxutils import escape

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table

from reflect.reports import blocks
from reflect.reports.charts import drawing
from reflect.reports.colours import LINE
from reflect.reports.letters import in_line, writable
from reflect.reports.stationery import COLUMN, FULL, GAP, LABELS, OUTDENT, STYLES
from reflect.reports.tables import table
from reflect.reports.tagging import Abreast, Beside, Figure, Heading, Item, Line, Link, Text

_PEN = 14.0  # points above a line, for a hand
_START = 80.0  # points; a table or a heading begins where so many are left
_SHORT, _LOW = 8, 210.0  # rows and points: so small a table stands on one page
_CAPTION = 20.0  # points, for the words over it
_IN_ROWS, _ROWS = (
    {"bars", "ranges", "slope"},
    12,
)  # charts that grow with their marks, and what a page holds
_WIDE = {"strips"}  # charts that begin in the margin


def marked_up(text: str) -> str:
    """A text for a paragraph: nothing in it is markup but the ends of its lines.

    A dot between two things goes to the next line with what follows it.
    """
    return escape(writable(text)).replace("\n", "<br/>").replace(" · ", " ·\u00a0")


def under(heading: blocks.Heading, level: int, block: blocks.Block) -> list[Flowable]:
    """A heading of a level, and its block: beside it, or below when the margin is taken."""
    flowables = laid(block)
    start = sum(isinstance(flowable, CondPageBreak) for flowable in flowables[:1])
    beside = flowables[start:]
    if any(isinstance(flowable, Beside | KeepTogether | Table) for flowable in beside):
        title = Heading(marked_up(heading.text), STYLES["heading"], level)
        return [CondPageBreak(_START), title, *flowables]
    title = Heading(marked_up(heading.text), STYLES["label"], level)
    return [*flowables[:start], _beside([title], beside)]


@singledispatch
def laid(block: object) -> list[Flowable]:
    """The flowables of a block; one function a type."""
    raise TypeError(f"no block: {block!r}")


def _text(text: str, style: str) -> Text:
    return Text(marked_up(text), STYLES[style])


def _beside(labels: Sequence[Flowable], main: Sequence[Flowable]) -> Beside:
    return Beside(labels, main, LABELS, GAP)


@laid.register
def _(block: blocks.Lead) -> list[Flowable]:
    return [_text(block.text, "lead")]


@laid.register
def _(block: blocks.Paragraph) -> list[Flowable]:
    return [_text(block.text, "body")]


@laid.register
def _(block: blocks.Note) -> list[Flowable]:
    return [_text(block.text, "note")]


@laid.register
def _(block: blocks.Labelled) -> list[Flowable]:
    label = _text(block.label, "label")
    if len(block.texts) == 1:
        return [_beside([label], [_text(block.texts[0], "body")])]
    first = Item(marked_up(block.texts[0]), STYLES["item"])
    others = [Item(marked_up(text), STYLES["item"], first) for text in block.texts[1:]]
    return [_beside([label], [first, *others]), Spacer(0, 3)]


@laid.register
def _(block: blocks.Band) -> list[Flowable]:
    labels = [_text(block.number, "number"), _text(block.scale, "scale")]
    words = Text(f"<b>{marked_up(block.title)}</b> · {marked_up(block.based_on)}", STYLES["body"])
    return [_beside(labels, [*laid(block.picture)[:1], words])]


@laid.register
def _(block: blocks.Picture) -> list[Flowable]:
    """A picture with many rows goes on in a next one; the words with the first say it all."""
    step = _ROWS if block.chart in _IN_ROWS else len(block.marks)
    starts = range(0, len(block.marks), step)
    whole = written(block)
    pieces = [replace(whole, marks=whole.marks[start : start + step]) for start in starts]
    width = FULL if block.chart in _WIDE else COLUMN
    first = Figure(drawing(pieces[0], width), writable(block.alt))
    told = [first, *(Figure(drawing(piece, width), "") for piece in pieces[1:])]
    for figure in told:
        figure.hAlign = "RIGHT"
    return [*told, Spacer(0, 4)]


def written(block: blocks.Picture) -> blocks.Picture:
    """A picture whose words have a glyph each."""
    marks = tuple(_written(mark) for mark in block.marks)
    return replace(block, marks=marks, steps=tuple(map(in_line, block.steps)))


def _written(mark: blocks.Mark) -> blocks.Mark:
    """A mark whose words have a glyph each."""
    label, number, words = map(in_line, (mark.label, mark.number, mark.words))
    return replace(mark, label=label, number=number, words=words)


@laid.register
def _(block: blocks.Figures) -> list[Flowable]:
    title = [_text(block.title, "caption")] if block.title else []
    drawn = table(block, FULL)
    return [CondPageBreak(_room(block, drawn)), *title, drawn, Spacer(0, 5)]


def _room(block: blocks.Figures, drawn: Table) -> float:
    """What a table needs of the page that it begins on: all of a small one (points)."""
    if len(block.rows) > _SHORT:
        return _START
    high = _CAPTION + drawn.wrap(FULL, 0)[1]
    return max(_START, high) if high <= _LOW else _START


@laid.register
def _(block: blocks.Links) -> list[Flowable]:
    links = [Link(marked_up(link.text), STYLES["link"], link.url) for link in block.links]
    return [_beside([_text(block.label, "label")], links[:1]), *links[1:]]


@laid.register
def _(block: blocks.Quote) -> list[Flowable]:
    return [CondPageBreak(60), _text(block.question, "question"), _text(block.text, "body")]


@laid.register
def _(block: blocks.Blank) -> list[Flowable]:
    """The first line is as wide as the text; the others stand beside each other."""
    first, *others = [[_text(words, "note"), Line(_PEN, LINE)] for words in block.lines]
    rows: list[Flowable] = [_beside([_text(block.label, "label")], first)]
    if others:
        rows += [Spacer(0, 2), Abreast(others, GAP)]
    return [KeepTogether([*rows, Spacer(0, 6)])]


@laid.register
def _(block: blocks.Room) -> list[Flowable]:
    lines = [Line(_PEN + 4, LINE) for _ in range(block.lines)]
    return [KeepTogether([_text(block.question, "question"), *lines, Spacer(0, 7)])]


def abreast(facts: Sequence[blocks.Block]) -> list[Flowable]:
    """Short labelled facts side by side, each below its label."""
    columns = [
        [_text(fact.label, "label"), *(_text(text, "body") for text in fact.texts)]
        for fact in facts
        if isinstance(fact, blocks.Labelled)
    ]
    return [Abreast(columns, GAP, OUTDENT)]


def unfolded(title: str, details: blocks.Details) -> list[Flowable]:
    """Under a title, in small type: the tables, and then all that is said of them as one text."""
    tables = [table(b, FULL, "small") for b in details.blocks if isinstance(b, blocks.Figures)]
    notes = " ".join(b.text for b in details.blocks if isinstance(b, blocks.Note))
    return [Heading(marked_up(title), STYLES["unfolded"], 3), *tables, _text(notes, "fine")]
