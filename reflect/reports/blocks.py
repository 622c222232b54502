"""What a report consists of, as plain frozen content: page and PDF draw the same blocks."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Block:
    """Something that a part consists of."""

    @property
    def kind(self) -> str:
        """Its name in small letters: a page finds the template of a block by it."""
        return type(self).__name__.lower()


@dataclass(frozen=True, slots=True)
class Lead(Block):
    """The sentence that a part opens with; larger than what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Note(Block):
    """A sentence in small type: how to read something, what is left out."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading inside a part, one level below the part's title."""

    text: str


@dataclass(frozen=True, slots=True)
class Labelled(Block):
    """Something with a label beside or above it: one short text, or several as a list."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One of the values that a line runs through, and its figure; None where there is none."""

    value: Fraction | None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One row of a picture.

    `value` and `second` are in the units of the picture's scale, None when there is none; `number`
    and `words` say the same beside it. `points`: one for each of the picture's steps. What is of
    all rows together `is_whole`, and is set apart from them.
    """

    label: str
    value: Fraction | None
    number: str = ""
    words: str = ""
    second: Fraction | None = None
    points: tuple[Point, ...] = ()
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Picture(Block):
    """A chart by its name in CHARTS, on a fixed scale; a short title, and `alt` that says the same.

    `edges` are where one band ends and the next begins, in the units of the scale; `steps` what
    lines go along, such as moments. Without `alt` it is decoration: the text beside it says all.
    """

    chart: str
    marks: tuple[Mark, ...]
    alt: str
    title: str = ""
    low: int = 1
    high: int = 5
    edges: tuple[Fraction, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Band(Block):
    """Where a score lies: the figure, its scale, the band, and how many answers it rests on."""

    number: str
    scale: str
    title: str
    based_on: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Figures(Block):
    """A table; `head` names the columns, and the first cell of a row names the row."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """An address outside, and its words."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Links(Block):
    """Where to go on, under a label."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Quote(Block):
    """The person's own words (as typed, line ends and all), under the question."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Blank(Block):
    """Room to write by hand: a label, and the words that each line begins with; on paper only."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room(Block):
    """An open question; on paper with so many lines to write on."""

    question: str
    lines: int


@dataclass(frozen=True, slots=True)
class Details(Block):
    """What a page folds away under its label, and a PDF prints small."""

    label: str
    blocks: tuple[Figures | Note, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report: an id for addresses, a title, and what stands in it.

    `above` is the small line over the title; on paper a part `apart` begins a page of its own.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    above: str = ""
    apart: bool = False
