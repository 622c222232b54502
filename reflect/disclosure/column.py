"""Columns: what very many gave on one measure, in a byte for each of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, ValuesView
from collections.abc import Set as AbstractSet
from fractions import Fraction

from reflect.disclosure.crowd import Crowd


class Column(Mapping[str, Fraction]):
    """Subject -> value, of one measure; the names are those of everybody in any column."""

    def __init__(self, everybody: Crowd, codes: Sequence[int], palette: Sequence[Fraction]) -> None:
        """`codes`: by place, 0 for who gave nothing, else which value of the palette, from 1."""
        self._everybody, self._codes, self._palette = everybody, codes, palette
        self._is_full = 0 not in codes

    @property
    def people(self) -> AbstractSet[str]:
        """Who gave it."""
        if self._is_full:
            return self._everybody
        return Crowd(self._everybody.names, bytes(map(bool, self._codes)))

    def at(self, place: int) -> Fraction | None:
        """What the one at a place gave."""
        code = self._codes[place]
        return self._palette[code - 1] if code else None

    def __getitem__(self, subject: str) -> Fraction:
        """The value; KeyError for who gave none."""
        value = self.at(self._everybody.names.places[subject])
        if value is None:
            raise KeyError(subject)
        return value

    def __iter__(self) -> Iterator[str]:
        """Who gave it, in order of their names."""
        return iter(self.people)

    def __len__(self) -> int:
        """How many gave it."""
        return len(self._codes) - self._codes.count(0)

    def values(self) -> "Given":
        """What they gave, in the same order."""
        return Given(self, self._codes, self._palette)


def people(values: Mapping[str, Fraction]) -> AbstractSet[str]:
    """Who gave a value."""
    return values.people if isinstance(values, Column) else frozenset(values)


class Given(ValuesView[Fraction]):
    """What was given in a column, without names."""

    def __init__(self, column: Column, codes: Sequence[int], palette: Sequence[Fraction]) -> None:
        """As of the column."""
        super().__init__(column)
        self._codes, self._palette = codes, palette

    def __iter__(self) -> Iterator[Fraction]:
        """Each of them."""
        return (self._palette[code - 1] for code in self._codes if code)

    def tally(self) -> list[tuple[Fraction, int]]:
        """Each value with how often it was given."""
        counted = Counter(self._codes)
        return [(self._palette[code - 1], times) for code, times in counted.items() if code]
