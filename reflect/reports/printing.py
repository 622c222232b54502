"""Each block as flowables: a label stands in the margin, what it labels beside it."""

from collections.abc import Sequence
from functools import singledispatch
from xml.sax.saxutils import escape

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from reflect.reports import blocks
from reflect.reports.charts import drawing
from reflect.reports.colours import LINE, SOFT
from reflect.reports.letters import writable
from reflect.reports.stationery import COLUMN, FULL, GAP, LABELS, STYLES
from reflect.reports.tables import table
from reflect.reports.tagging import Beside, Figure, Heading, Item, Line, Link, Text

_PEN = 15.0  # points above a line, for a hand
_MANY = 3  # columns; a table with more takes the margin too


def marked_up(text: str) -> str:
    """A text for a paragraph: nothing in it is markup but the ends of its lines."""
    return escape(writable(text)).replace("\n", "<br/>")


def under(heading: blocks.Heading, block: blocks.Block) -> list[Flowable]:
    """A heading in the margin, and the block that begins beside it."""
    title = Heading(marked_up(heading.text), STYLES["label"], 3)
    flowables = laid(block)
    start = sum(isinstance(flowable, CondPageBreak) for flowable in flowables[:1])
    return [*flowables[:start], _beside([title], flowables[start:])]


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
    return [Figure(drawing(block, COLUMN), writable(block.alt)), Spacer(0, 8)]


@laid.register
def _(block: blocks.Figures) -> list[Flowable]:
    if len(block.head) > _MANY:
        return [CondPageBreak(80), _text(block.title, "unfolded"), table(block, FULL), Spacer(0, 8)]
    title = [_text(block.title, "caption")] if block.title else []
    return [CondPageBreak(80), *title, table(block, COLUMN), Spacer(0, 8)]


@laid.register
def _(block: blocks.Links) -> list[Flowable]:
    links = [Link(marked_up(link.text), STYLES["link"], link.url) for link in block.links]
    return [_beside([_text(block.label, "label")], links[:1]), *links[1:]]


@laid.register
def _(block: blocks.Quote) -> list[Flowable]:
    return [CondPageBreak(60), _text(block.question, "question"), _text(block.text, "body")]


@laid.register
def _(block: blocks.Blank) -> list[Flowable]:
    words = [_text(line, "note") for line in block.lines]
    first = _beside([_text(block.label, "label")], words[:1])
    flowables = [each for line in (first, *words[1:]) for each in (line, Line(_PEN, SOFT))]
    return [KeepTogether([*flowables, Spacer(0, 18)])]


@laid.register
def _(block: blocks.Room) -> list[Flowable]:
    lines = [Line(_PEN + 5, LINE) for _ in range(block.lines)]
    return [KeepTogether([_text(block.question, "question"), *lines, Spacer(0, 12)])]


@laid.register
def _(block: blocks.Details) -> list[Flowable]:
    """The tables, and then all that is to be said of them as one text."""
    tables = [table(b, FULL) for b in block.blocks if isinstance(b, blocks.Figures)]
    notes = " ".join(b.text for b in block.blocks if isinstance(b, blocks.Note))
    return [KeepTogether([_text(block.label, "unfolded"), *tables, _text(notes, "fine")])]
