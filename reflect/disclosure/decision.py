"""What closing tells, measure by measure: a figure, or why not."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import Self

from reflect.disclosure import distribution, extremes, tenths
from reflect.disclosure.column import Column
from reflect.disclosure.distribution import Distribution
from reflect.disclosure.figure import Figure, Measure, Withheld
from reflect.disclosure.headcount import FEWEST, headcount
from reflect.disclosure.ledger import Entry, Ledger, key
from reflect.disclosure.row import Row
from reflect.disclosure.tally import tally

Values = Mapping[str, Fraction]
"""Subject -> value from 0 to 1, on one measure."""

Rows = Mapping[str, Row]
"""Who gave a measure, under its key in the ledger."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An exact sum of values from 0 to 1, and of how many: to be sealed, never to be shown."""

    total: Fraction
    count: int

    @classmethod
    def of(cls, values: Collection[Fraction]) -> Self:
        """Of these values, by denominator: scales have few, and adding fractions is slow."""
        parts: Counter[int] = Counter()
        for value, times in tally(values):
            parts[value.denominator] += value.numerator * times
        total = sum((Fraction(above, below) for below, above in parts.items()), Fraction())
        return cls(total, len(values))


@dataclass(frozen=True, slots=True)
class Decision:
    """All that follows from closing, by measure id: what is told, and what is kept.

    Told are `figures`, `withheld` and `distributions`. Kept are `entries` (for the ledger, of
    all that is told), `sums` (of the figures, for unions) and `pooled` (whose contributions wait
    in the pool).
    """

    figures: tuple[Figure, ...]
    withheld: tuple[Withheld, ...]
    entries: tuple[Entry, ...]
    sums: Mapping[str, Sum]
    pooled: Mapping[str, AbstractSet[str]]
    distributions: tuple[Distribution, ...] = ()

    @property
    def exact(self) -> Mapping[str, Sum]:
        """The sums that may be added up or subtracted: those that were not told as a bound."""
        return exact(self.figures, self.sums)

    @property
    def about(self) -> Mapping[str, AbstractSet[str]]:
        """Whose values the figures are made of."""
        told = zip(self.figures, self.entries, strict=False)  # the means come first
        return {one.measure: row.keys() for one, entry in told for row in entry.rows.values()}


def decide(
    measures: Iterable[Measure],
    values: Mapping[str, Values],
    ledger: Ledger,
    *,
    questionnaire: str,
    moment: int,
) -> Decision:
    """Decide for a set of responses what may be told; the ledger is asked, not changed.

    `values` holds for each measure id the contributions (0 to 1) by subject; a measure without
    any is withheld. `ledger` holds what Ledger says must be loaded for all these subjects, and
    K. For a group, its late ones and a pool alike. Raises ValueError for a value outside 0 to 1
    and for values of a measure that was not asked about.
    """
    asked = {measure.id: measure for measure in measures}
    _check(asked, values)
    everybody = frozenset[str]().union(
        *(each for each in values.values() if not isinstance(each, Column))
    )
    rows = {
        name: {key(questionnaire, moment, name): Row.over(values.get(name, ()), everybody)}
        for name in asked
    }
    outcomes = {
        name: _weigh(name, rows[name], ledger)
        for name, measure in asked.items()
        if measure.has_mean
    }
    told = {name: each for name, each in outcomes.items() if isinstance(each, Entry)}
    withheld = tuple(each for each in outcomes.values() if isinstance(each, Withheld))
    sums = {name: Sum.of(values[name].values()) for name in told}
    figures = tuple(figure(asked[name], whole) for name, whole in sums.items())
    plain = exact(figures, sums)
    apart = [one for one in asked.values() if one.id in plain or not one.has_mean]
    spread = _spread(apart, values, rows, ledger)
    return Decision(
        figures=figures,
        withheld=withheld,
        entries=(*told.values(), *chain.from_iterable(spread.values())),
        sums=sums,
        pooled={each.measure: values.get(each.measure, {}).keys() for each in withheld},
        distributions=tuple(spread),
    )


def exact(figures: Iterable[Figure], sums: Mapping[str, Sum]) -> Mapping[str, Sum]:
    """Of the sums behind figures those that were told as they are.

    A bound hides its sum. Added to others that are told, the total less those would tell it.
    """
    return {each.measure: sums[each.measure] for each in figures if each.bound is None}


def figure(measure: Measure, exact: Sum) -> Figure:
    """Tell a sum with care: a mean, or for an extreme sum the bound that it keeps to.

    The bound is that of the fewest people in the band. On a scale of 0 to 10 the bound of the
    exact number would be 1.0 for five people, 0.9 for six, 0.8 for seven: it would tell the
    number, which is never told. The fewest give the widest bound, so the sentence stays true.
    """
    people = headcount(exact.count)
    side = extremes.bound(exact.total, exact.count)
    mean = exact.total / exact.count if side is None else extremes.limit(side, FEWEST[people])
    rounded = {None: tenths.nearest, "at_most": tenths.up, "at_least": tenths.down}[side]
    return Figure(measure.id, measure.low, measure.high, rounded(measure.shown(mean)), side, people)


def _check(asked: Mapping[str, Measure], values: Mapping[str, Values]) -> None:
    """Refuse what would get lost in silence, or would spoil a mean."""
    if strange := values.keys() - asked.keys():
        raise ValueError(f"values of measures that were not asked about: {sorted(strange)}")
    given = (value for column in values.values() for value, _ in tally(column.values()))
    if not all(0 <= value <= 1 for value in given):
        raise ValueError("a contribution lies outside 0 to 1")


def _weigh(name: str, row: Rows, ledger: Ledger) -> Entry | Withheld:
    """The entry that may be told of a measure, or why nothing is."""
    if min(map(len, row.values())) < ledger.floor:
        return Withheld(name, "too_few")
    entry = Entry(row)
    return entry if ledger.accepts(entry) else Withheld(name, "ledger")


def _spread(
    measures: Iterable[Measure], values: Mapping[str, Values], rows: Mapping[str, Rows], at: Ledger
) -> dict[Distribution, tuple[Entry, ...]]:
    """The distributions that may be told, each with its three entries."""
    found = {}
    for measure in measures:
        column = values.get(measure.id, {})
        told = distribution.distribution(measure, column) if measure.has_distribution else None
        sums = distribution.entries(rows[measure.id], at) if told else ()
        if told and sums:
            found[told] = sums
    return found
