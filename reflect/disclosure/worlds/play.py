"""A world as it is played: what was told so far, and what is kept to tell more.

It does in memory what the records do in the database, by the very same decisions.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from reflect.disclosure.comparison import Side
from reflect.disclosure.decision import Decision
from reflect.disclosure.ledger import Cell, Entry, Ledger
from reflect.disclosure.union import Part, unite
from reflect.disclosure.worlds.people import MEASURES, Columns, Training, columns

FEWEST = 2  # sets in a union: one alone is told already

Where = tuple[int, int]
"""A training or an organisation, and the number of a moment."""

Owner = tuple[int, int | None, int]
"""The number of a moment, a trainer (a pool has none), an organisation."""


@dataclass(frozen=True, slots=True)
class Told:
    """A set that was told: whose it is, its entries of means, and its exact sums."""

    owner: Owner
    entries: dict[str, Entry]
    exact: Part


@dataclass
class Play:
    """What was told, under a rule, and what is kept."""

    ledger: Ledger
    told: list[Entry] = field(default_factory=list)
    sets: list[Told] = field(default_factory=list)
    bounds: list[Entry] = field(default_factory=list)  # told about, but not their sums
    unions: list[Entry] = field(default_factory=list)
    united: list[list[Told]] = field(default_factory=list)  # of which sets
    closed: dict[Where, Decision] = field(default_factory=dict)
    counted: dict[Where, dict[str, dict[str, Fraction]]] = field(default_factory=dict)
    late: dict[Where, dict[str, dict[str, Fraction]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    pools: dict[Where, dict[str, dict[str, Fraction]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(dict))
    )
    asked: int = 0  # means of groups in which enough people gave that measure
    shown: int = 0  # how many of these were told
    changes: int = 0
    distributions: int = 0

    def tell(self, entries: Iterable[Entry]) -> None:
        """Tell what was decided; ValueError where the rule does not accept it."""
        for entry in entries:
            self.ledger.add(entry)
            self.told.append(entry)

    def keep(self, owner: Owner, decision: Decision) -> None:
        """Tell a set, and keep it for unions."""
        self.tell(decision.entries)
        self.distributions += len(decision.distributions)
        means = dict(zip((one.measure for one in decision.figures), decision.entries, strict=False))
        self.bounds += [entry for name, entry in means.items() if name not in decision.exact]
        self.sets.append(Told(owner, means, decision.exact))

    def pool(self, owner: Owner, given: Columns, decision: Decision) -> None:
        """What was withheld waits under the organisation."""
        where = owner[2], owner[0]
        for measure, subjects in decision.pooled.items():
            self.pools[where][measure] |= {who: given[measure][who] for who in subjects}

    def side(self, training: Training, moment: int) -> Side:
        """One of two moments of a training, as a comparison takes it."""
        decision = self.closed[training.number, moment]
        return Side(
            moment,
            figures={one.measure: one for one in decision.figures},
            reasons={one.measure: one.reason for one in decision.withheld},
            sums=decision.exact,
            values=columns(self.counted[training.number, moment]),
        )

    def unite(self, sets: Iterable[Told]) -> None:
        """Tell the union of some sets, where there are several and not told together before."""
        among = list(sets)
        if len(among) < FEWEST or among in self.united:
            return
        self.united.append(among)
        decision = unite(MEASURES, [each.exact for each in among])
        for figure in decision.figures:
            total: defaultdict[Cell, int] = defaultdict(int)
            for part in (each for each in among if figure.measure in each.exact):
                for cell, times in part.entries[figure.measure].coefficients.items():
                    total[cell] += times
            self.unions.append(Entry.of(total))
