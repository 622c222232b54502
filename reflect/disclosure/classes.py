"""The classes of each measure: subjects whom nothing told sets apart; each row parts them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import count

from reflect.disclosure.row import Row, Tally, Whole


class Classes:
    """The subjects about whom something was told, on each measure in the class of who are alike.

    A row parts every class of its measure by the coefficients it has for its subjects; those of
    a class whom it does not name stay behind. Two subjects are in one class, then, exactly when
    they have the same coefficients in every row of that measure.

    Nearly all who are alike on one measure are so on the others. So subjects are kept once, by
    *kind*: those of one kind are alike on every measure. A class is made of whole kinds, which
    are few, however many people there are.
    """

    def __init__(self) -> None:
        """Nothing was told."""
        self._kinds: dict[str, int] = {}
        self._sizes: Counter[int] = Counter()  # kind -> how many subjects
        self._classes: defaultdict[str, dict[int, int]] = defaultdict(dict)  # by measure, of kinds
        self._numbers = count()
        self._counted: tuple[AbstractSet[str], Whole] | None = None  # the last set, by kind

    def part(self, measure: str, row: Row) -> None:
        """Part the classes of a measure by what a row says."""
        self._set_apart(row)
        held = self._classes[measure]
        parts: defaultdict[tuple[int | None, int], int] = defaultdict(self._numbers.__next__)
        for kind, times in self._tally(row):
            if kind is not None and times:
                held[kind] = parts[held.get(kind), times]

    def sizes(self, measure: str, row: Row) -> Iterator[int]:
        """How many would be in each class that a row makes, or takes somebody from."""
        held = self._classes.get(measure, {})
        parts: Counter[tuple[int | None, int]] = Counter()
        for (kind, times), number in self._tally(row).items():
            if times:
                parts[None if kind is None else held.get(kind), times] += number
        yield from parts.values()
        left: Counter[int] = Counter()
        for kind, one in held.items():
            left[one] += self._sizes[kind]
        touched = set()
        for (before, _), number in parts.items():
            if before is not None:
                left[before] -= number
                touched.add(before)
        yield from (left[one] for one in touched if left[one])

    def untold(self, measure: str, subjects: Iterable[str]) -> frozenset[str]:
        """Those of the subjects who are in no class of a measure."""
        held = self._classes.get(measure, {})
        return frozenset(who for who in subjects if self._kinds.get(who) not in held)

    def sets(self, measure: str) -> frozenset[frozenset[str]]:
        """The classes of a measure as sets of subjects."""
        held = self._classes.get(measure, {})
        classes: defaultdict[int, set[str]] = defaultdict(set)
        for subject, kind in self._kinds.items():
            if kind in held:
                classes[held[kind]].add(subject)
        return frozenset(map(frozenset, classes.values()))

    def _set_apart(self, row: Row) -> None:
        """Part the kinds, until a row says the same of all of a kind."""
        moved = {}
        for (kind, times), number in self._movers(row).items():
            moved[kind, times] = self._begin(kind, number)
            self._counted = None
        several = any(times == row.times for _, times in moved)
        for who in row.among if several else row.rare:
            place = self._kinds.get(who), row.rare.get(who, row.times)
            if place in moved:
                self._kinds[who] = moved[place]

    def _tally(self, row: Row) -> Tally:
        """A row by kind; the rows of a large group share a set, which is counted once."""
        if self._counted is None or self._counted[0] is not row.among:
            self._counted = row.among, self._by_kind(row.among)
        return row.tally(self._kinds, self._counted[1])

    def _by_kind(self, subjects: AbstractSet[str]) -> Whole:
        if not self._kinds:
            return Whole({None: len(subjects)})
        return Counter(map(self._kinds.get, subjects))

    def _movers(self, row: Row) -> dict[tuple[int | None, int], int]:
        """Who leave their kind, and how many: of each kind one part stays as it is.

        That is who the row is not about, where there are any beyond its set; else its first part,
        which is of those who are not rare, so that few have to move.
        """
        tally = self._tally(row)
        named: Counter[int | None] = Counter()
        for (kind, _), number in tally.items():
            named[kind] += number
        stay: dict[int | None, int] = {}
        for kind, times in tally:
            is_whole = kind is not None and named[kind] == self._sizes[kind]
            stay.setdefault(kind, times if is_whole else 0)
        return {(kind, each): tally[kind, each] for kind, each in tally if each != stay[kind]}

    def _begin(self, kind: int | None, number: int) -> int:
        """A new kind of so many, who were of another and are in its classes."""
        new = next(self._numbers)
        self._sizes[new] = number
        if kind is not None:
            self._sizes[kind] -= number
            for held in self._classes.values():
                if kind in held:
                    held[new] = held[kind]
        return new
