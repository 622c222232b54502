"""A mould: a page drawn once by its templates, and open wherever the pages of two people differ.

What is cut out of the first page is whatever belongs to its reader; what is left is kept, in bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Self

LEFT, RIGHT = "\x01", "\x02"  # around the name of an opening; no definition may hold them (E405)


@dataclass(frozen=True, slots=True)
class Mould:
    """What stands between the openings, in order: one piece more than there are openings."""

    pieces: tuple[bytes, ...]
    openings: tuple[str, ...]

    @classmethod
    def of(cls, page: str, theirs: Mapping[str, str]) -> Self:
        """The mould of a page that was drawn with openings; theirs: text to cut out, by opening."""
        for name, text in theirs.items():
            page = page.replace(text, opening(name))
        first, *others = page.split(LEFT)
        parts = [other.partition(RIGHT) for other in others]
        pieces = (first, *(after for _name, _right, after in parts))
        return cls(tuple(piece.encode() for piece in pieces), tuple(name for name, *_ in parts))

    @property
    def size(self) -> int:
        """How many bytes are kept of it."""
        return sum(map(len, self.pieces))

    def cast(self, fill: Mapping[str, bytes]) -> bytes:
        """A page; an opening that nothing is said of stays empty."""
        filled = (fill.get(name, b"") for name in self.openings)
        pairs = zip(self.pieces, chain(filled, (b"",)), strict=True)
        return b"".join(chain.from_iterable(pairs))


def opening(name: str) -> str:
    """An opening, as templates write it."""
    return f"{LEFT}{name}{RIGHT}"
