"""The classes of one measure: subjects whom nothing told sets apart; each thing told parts them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

Row = Mapping[str, int]
"""What one entry says on one measure: subject -> coefficient."""


class Classes:
    """The subjects about whom something was told, each in the class of those who are alike.

    A row parts every class that it touches by the coefficients it has for its subjects; those of
    a class whom it does not name stay behind. Two subjects are in one class, then, exactly when
    they have the same coefficients in every row.
    """

    def __init__(self) -> None:
        """Nothing was told."""
        self._of: dict[str, int] = {}
        self._sizes: Counter[int] = Counter()
        self._numbers = count()

    def part(self, row: Row) -> None:
        """Part the classes by what a row says."""
        parts: defaultdict[tuple[int | None, int], int] = defaultdict(self._numbers.__next__)
        for subject, coefficient in row.items():
            before = self._of.get(subject)
            after = self._of[subject] = parts[before, coefficient]
            self._sizes[after] += 1
            if before is not None:
                self._sizes[before] -= 1

    def sizes(self, row: Row) -> Iterator[int]:
        """How many would be in each class that a row makes, or takes somebody from."""
        parts = Counter((self._of.get(subject), times) for subject, times in row.items())
        yield from parts.values()
        taken: Counter[int] = Counter()
        for (before, _), number in parts.items():
            if before is not None:
                taken[before] += number
        yield from (left for one in taken if (left := self._sizes[one] - taken[one]))

    def untold(self, subjects: Iterable[str]) -> frozenset[str]:
        """Those of the subjects who are in no class."""
        return frozenset(subjects) - self._of.keys()

    def sets(self) -> frozenset[frozenset[str]]:
        """The classes as sets of subjects."""
        classes: defaultdict[int, set[str]] = defaultdict(set)
        for subject, number in self._of.items():
            classes[number].add(subject)
        return frozenset(map(frozenset, classes.values()))
