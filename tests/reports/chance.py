"""Documents of whatever blocks chance brings, so that no block relies on what stands beside it."""

from fractions import Fraction
from random import Random

from reflect.reports import blocks
from reflect.reports.charts import CHARTS
from reflect.reports.paper import printed
from reflect.reports.tagging import Metadata
from tests.reports.making import DAY

WORDS = ("het", "kind", "één", "R&D", "<b>", "ouders", "veiligheidsplan", "😀", "x" * 70, "€ 12,50")
STEPS = 3  # of a picture whose lines go along some
MOST = 8  # blocks of a part, rows of a table


def drawn_at_random(chance: Random) -> bytes:
    """A PDF of some parts."""
    parts = [_part(chance, number) for number in range(chance.randint(2, 5))]
    return printed(parts, Metadata(_text(chance, 9), "Reflect", "nl", DAY), _text(chance, 6))


def _part(chance: Random, number: int) -> blocks.Part:
    kinds = [chance.choice(list(KINDS)) for _ in range(chance.randint(1, MOST))]
    told = [KINDS[kind](chance) for kind in kinds]
    return blocks.Part(f"part{number}", _text(chance, 12), tuple(told), _text(chance, 3))


def _text(chance: Random, most: int = 60) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randint(1, most))]
    return chance.choice((" ", " ", " ", "\n")).join(words)


def _texts(chance: Random, least: int = 1) -> tuple[str, ...]:
    return tuple(_text(chance) for _ in range(chance.randint(least, MOST)))


def _value(chance: Random) -> Fraction | None:
    return chance.choice((None, Fraction(chance.randint(4, 20), 4)))


def _mark(chance: Random) -> blocks.Mark:
    texts = _text(chance, 9), _value(chance), _text(chance, 1), _text(chance, 3)
    points = tuple(blocks.Point(_value(chance), "3,0") for _ in range(STEPS))
    return blocks.Mark(*texts, second=_value(chance), points=points)


def _picture(chance: Random) -> blocks.Picture:
    marks = tuple(_mark(chance) for _ in range(chance.randint(3, 9)))
    edges = tuple(sorted(Fraction(chance.randint(5, 19), 4) for _ in range(chance.randint(0, 3))))
    chart = chance.choice(sorted(CHARTS))
    steps = tuple(_text(chance, 2) for _ in range(STEPS))
    words = _text(chance), _text(chance, 3)
    return blocks.Picture(chart, marks, *words, edges=edges, steps=steps)


def _figures(chance: Random) -> blocks.Figures:
    width = chance.randint(2, 6)
    rows = tuple(
        tuple(_text(chance, 30 if column == 0 else 4) for column in range(width))
        for _ in range(chance.randint(1, 3 * MOST))
    )
    return blocks.Figures(_text(chance, 4), tuple(_text(chance, 2) for _ in range(width)), rows)


def _band(chance: Random) -> blocks.Band:
    words = _text(chance, 1), _text(chance, 4), _text(chance, 5), _text(chance, 5)
    return blocks.Band(*words, blocks.Picture("gauge", (_mark(chance),), ""))


def _links(chance: Random) -> blocks.Links:
    links = tuple(blocks.Link(text, "https://example.org/?a=b&c=d") for text in _texts(chance))
    return blocks.Links(_text(chance, 3), links)


def _details(chance: Random) -> blocks.Details:
    return blocks.Details(_text(chance, 4), (_figures(chance), blocks.Note(_text(chance))))


KINDS = {
    blocks.Lead: lambda chance: blocks.Lead(_text(chance)),
    blocks.Paragraph: lambda chance: blocks.Paragraph(_text(chance, 500)),
    blocks.Note: lambda chance: blocks.Note(_text(chance)),
    blocks.Heading: lambda chance: blocks.Heading(_text(chance, 8)),
    blocks.Labelled: lambda chance: blocks.Labelled(_text(chance, 4), _texts(chance)),
    blocks.Quote: lambda chance: blocks.Quote(_text(chance), _text(chance, 500)),
    blocks.Picture: _picture,
    blocks.Figures: _figures,
    blocks.Band: _band,
    blocks.Links: _links,
    blocks.Details: _details,
    blocks.Room: lambda chance: blocks.Room(_text(chance), chance.randint(1, MOST)),
    blocks.Blank: lambda chance: blocks.Blank(_text(chance, 3), (_text(chance, 3),) * 4),
}
