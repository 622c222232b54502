"""The ledger: whatever was ever told to anyone, and whether one thing more may be told.

Everybody who reads is assumed to tell everybody else, and to be good at algebra. What was told
is then a system of linear equations over unknowns, the *cells*: a subject's value on a measure.

The rule: the subjects whose cells have the same coefficients in everything told are a *class*,
and each class holds at least K subjects. Whatever anyone computes from what was told gives all
cells of a class the same weight; so whatever they isolate is a union of classes, thus about K
people or more. That covers trackers, totals minus parts, overlapping groups, moments and
readers who put their pages side by side, all at once. A threshold on the size of each set alone
covers none of them (Denning, Denning & Schwartz 1979, "The tracker").
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from reflect.disclosure import threshold
from reflect.disclosure.classes import Classes
from reflect.disclosure.row import Row

Cell = tuple[str, str]
"""The ledger's key of a measure, and an opaque subject: one unknown."""


def key(questionnaire: str, moment: int, measure: str) -> str:
    """Name a measure in the ledger: the same measure at another moment is another unknown."""
    return f"{questionnaire}/{moment}/{measure}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing told: a sum of cells, each times its coefficient.

    A group's mean has coefficient 1 for each of its cells; a union the sum of its parts'
    coefficients; a paired change -1 for the first moment's cells and +1 for the second's.
    Somebody in two groups at the same moment is one subject, in one cell: the careful reading.
    """

    rows: Mapping[str, Row]
    """Its coefficients by measure (a ledger key)."""

    def __post_init__(self) -> None:
        """Freeze; ValueError when nothing is said, of a measure or at all."""
        if not self.rows or not all(self.rows.values()):
            raise ValueError("an entry tells something, and of each of its cells")
        object.__setattr__(self, "rows", MappingProxyType(dict(self.rows)))

    @classmethod
    def of(cls, coefficients: Mapping[Cell, int]) -> Self:
        """These cells, each so many times; ValueError when there are none, or one has zero."""
        rows: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for (measure, subject), coefficient in coefficients.items():
            rows[measure][subject] = coefficient
        return cls({measure: Row.of(row) for measure, row in rows.items()})

    @classmethod
    def over(cls, measure: str, subjects: Collection[str]) -> Self:
        """One measure (a ledger key) over some subjects, each counted once."""
        return cls({measure: Row.over(subjects)})

    @property
    def coefficients(self) -> Mapping[Cell, int]:
        """All its cells, written out: for who checks, not for what is large."""
        cells = {
            (measure, subject): times
            for measure, row in self.rows.items()
            for subject, times in row.items()
        }
        return MappingProxyType(cells)


class Ledger:
    """What was told, kept as classes by measure; answers whether an entry may be added.

    **What to load.** Not the whole ledger, but for an exact answer about an entry:

    1. every entry that has one of its cells, because such a cell's class is made of subjects
       of those very entries; and
    2. every entry that has a cell of an entry of step 1, because without them two subjects
       can look alike whom only those entries tell apart, and a class would seem too large.

    A third step adds nothing: after step 2 every coefficient of every cell of step 1 is there,
    and classes that the new entry does not touch are not asked about. Loading more (all
    entries with these *subjects*, on any measure, or all there are) gives the same answer.
    """

    def __init__(self, entries: Iterable[Entry] = (), floor: int = threshold.FLOOR) -> None:
        """Hold entries that were told already, as facts; ValueError for a floor under FLOOR."""
        self._floor = threshold.floor(floor)
        self._classes = Classes()
        for entry in entries:
            self._hold(entry)

    @property
    def floor(self) -> int:
        """K: the fewest subjects in a class."""
        return self._floor

    def classes(self, measure: str) -> frozenset[frozenset[str]]:
        """The classes of a measure (a ledger key), without those nothing was told about."""
        return self._classes.sets(measure)

    def accepts(self, entry: Entry) -> bool:
        """Whether every class that the entry makes or touches would hold K subjects or more."""
        return all(
            size >= self.floor
            for measure, row in entry.rows.items()
            for size in self._classes.sizes(measure, row)
        )

    def untold(self, measure: str, subjects: Iterable[str]) -> frozenset[str]:
        """Those of the subjects about whom nothing was told on a measure (a ledger key)."""
        return self._classes.untold(measure, subjects)

    def add(self, entry: Entry) -> None:
        """Hold one entry more, in place; ValueError when it is not accepted."""
        if not self.accepts(entry):
            raise ValueError(f"a class would hold fewer than {self.floor} subjects")
        self._hold(entry)

    def _hold(self, entry: Entry) -> None:
        for measure, row in entry.rows.items():
            self._classes.part(measure, row)
