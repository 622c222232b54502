"""Blocks as plain text: a line a paragraph, for a terminal, a message or a portfolio."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import singledispatch

from reflect.reports import blocks
from reflect.reports.blocks import Part

_UNSEEN = {"Cc", "Cf", "Cs"}  # what steers a terminal, turns the direction, or is half a letter


def plain(parts: Sequence[Part]) -> str:
    """The parts, a title above each, an empty line between what they consist of."""
    pieces = (piece for number, part in enumerate(parts) for piece in _part(part, number))
    return "\n\n".join(filter(None, pieces)) + "\n"


def _part(part: Part, number: int) -> Iterator[str]:
    title = _seen(part.title)
    yield (f"{_seen(part.above)}\n" if part.above else "") + _lined(title, "-" if number else "=")
    for block in part.blocks:
        yield _seen(told(block))


def _lined(title: str, line: str) -> str:
    return f"{title}\n{line * len(title)}"


def _seen(text: str) -> str:
    """The text as it can be shown anywhere; ends of lines stay."""
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in _UNSEEN)


@singledispatch
def told(block: object) -> str:
    """A block in words; one function a type."""
    raise TypeError(f"no block: {block!r}")


@told.register(blocks.Lead)
@told.register(blocks.Paragraph)
@told.register(blocks.Note)
def _(block: blocks.Lead | blocks.Paragraph | blocks.Note) -> str:
    return block.text


@told.register
def _(block: blocks.Heading) -> str:
    return f"{block.text}:"


@told.register
def _(block: blocks.Labelled) -> str:
    if len(block.texts) == 1:
        return f"{block.label}: {block.texts[0]}"
    return "\n".join([f"{block.label}:", *(f"- {text}" for text in block.texts)])


@told.register
def _(block: blocks.Band) -> str:
    return f"{block.number} {block.scale} · {block.title} · {block.based_on}"


@told.register
def _(block: blocks.Picture) -> str:
    return block.alt


@told.register
def _(block: blocks.Figures) -> str:
    """A line a row, each figure under its column's name."""
    rows = [
        f"- {row[0]}"
        + "".join(f" | {name}: {cell}" for name, cell in zip(block.head[1:], row[1:], strict=True))
        for row in block.rows
    ]
    return "\n".join([f"{block.title}:"] * bool(block.title) + rows)


@told.register
def _(block: blocks.Links) -> str:
    return "\n".join([f"{block.label}:", *(f"- {one.text}: {one.url}" for one in block.links)])


@told.register
def _(block: blocks.Quote) -> str:
    return f"{block.question}\n{block.text}"


@told.register
def _(block: blocks.Blank) -> str:
    return "\n".join([f"{block.label}:", *(f"- {line}: \u2026" for line in block.lines)])


@told.register
def _(block: blocks.Room) -> str:
    return f"{block.question}\n\u2026"


@told.register
def _(block: blocks.Details) -> str:
    return "\n\n".join([f"{block.label}", *(told(inner) for inner in block.blocks)])
