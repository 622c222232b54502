"""Crowds: very many subjects in little room, and sets of some of them."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import compress
from operator import and_, gt, or_

WIDTH = 32  # bytes, for the 64 hex digits that name a subject
AT_ONCE = 1_000  # names that are made together


class Names:
    """Subjects in order of their names, 64 hex digits, of which 32 bytes are kept.

    A name is made when it is asked for. Who looks for a place by name does so for many, so from
    then on the names are kept.
    """

    def __init__(self, packed: bytes | bytearray) -> None:
        """`packed`: what the digits stand for, one after the other, in order; none twice."""
        self._packed = packed

    def __len__(self) -> int:
        """How many."""
        return len(self._packed) // WIDTH

    def __iter__(self) -> Iterator[str]:
        """All of them, in order."""
        return iter(self.places) if "places" in vars(self) else self._made()

    @cached_property
    def places(self) -> dict[str, int]:
        """Name -> place, from 0, in order."""
        return {name: place for place, name in enumerate(self._made())}

    def _made(self) -> Iterator[str]:
        step = AT_ONCE * WIDTH
        for start in range(0, len(self._packed), step):
            digits = self._packed[start : start + step].hex()
            for at in range(0, len(digits), 2 * WIDTH):
                yield digits[at : at + 2 * WIDTH]


class Crowd(AbstractSet[str]):
    """A set of those names that are marked.

    Crowds of the same names are laid beside each other mark by mark, without making a name.
    """

    def __init__(self, names: Names, marks: bytes | None = None) -> None:
        """`marks`: by place 1 for who is in it, else 0; None: all are."""
        self.names, self._marks = names, b"\1" * len(names) if marks is None else marks
        self._length = self._marks.count(1)

    @classmethod
    def _from_iterable(cls, subjects: Iterable[str]) -> frozenset[str]:  # type: ignore[override] # of a crowd and others a plain set is made
        return frozenset(subjects)

    def __len__(self) -> int:
        """How many are in it."""
        return self._length

    def __iter__(self) -> Iterator[str]:
        """Who are in it, in order of their names."""
        return compress(self.names, self._marks)

    def __contains__(self, subject: object) -> bool:
        """Whether it is one of them."""
        place = self.names.places.get(str(subject))
        return place is not None and self._marks[place] == 1

    def __le__(self, other: AbstractSet[object]) -> bool:
        """Whether all of them are in another set."""
        if isinstance(other, Crowd) and other.names is self.names:
            return self._marks == other._marks or not any(map(gt, self._marks, other._marks))
        return super().__le__(other)

    def __sub__(self, other: AbstractSet[object]) -> AbstractSet[str]:
        """Those who are not in another set."""
        if isinstance(other, Crowd) and other.names is self.names:
            return frozenset(compress(self.names, map(gt, self._marks, other._marks)))
        return super().__sub__(other)

    def __and__(self, other: AbstractSet[object]) -> AbstractSet[str]:
        """Those who are in both, still in little room."""
        if isinstance(other, Crowd) and other.names is self.names:
            return Crowd(self.names, bytes(map(and_, self._marks, other._marks)))
        there = (who in other for who in self.names)
        return Crowd(self.names, bytes(map(and_, self._marks, there)))

    def __or__(self, other: AbstractSet[str]) -> AbstractSet[str]:  # type: ignore[override] # of subjects alone
        """Those who are in one of both."""
        if isinstance(other, Crowd) and other.names is self.names:
            return Crowd(self.names, bytes(map(or_, self._marks, other._marks)))
        return super().__or__(other)
