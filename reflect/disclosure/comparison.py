"""What may be told of the change between two moments of a group, measure by measure."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from fractions import Fraction

from reflect.disclosure import extremes, tenths
from reflect.disclosure.change import Shift
from reflect.disclosure.column import people
from reflect.disclosure.decision import Sum, Values
from reflect.disclosure.figure import Figure, Measure, Reason, Withheld
from reflect.disclosure.ledger import Entry, Ledger, key
from reflect.disclosure.row import Row
from reflect.disclosure.union import Part


@dataclass(frozen=True, slots=True)
class Side:
    """One of two moments: what was told at its closing, and what is still kept of who counted.

    `sums` are those of `figures` that were told as they are; all by measure id.
    """

    moment: int
    figures: Mapping[str, Figure]
    reasons: Mapping[str, Reason]
    sums: Part = field(repr=False)
    values: Mapping[str, Values] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is told, and the entries of what is told exactly."""

    shifts: tuple[Shift, ...]
    withheld: tuple[Withheld, ...]
    entries: tuple[Entry, ...]


def compare(
    measures: Iterable[Measure], first: Side, second: Side, ledger: Ledger, *, questionnaire: str
) -> Comparison:
    """Decide on the change of each measure that both moments asked about; nothing is changed.

    The ledger holds what it says must be loaded, and what both moments told.
    """
    shifts, withheld, entries = [], [], []
    for measure in measures:
        name = measure.id
        if reason := first.reasons.get(name) or second.reasons.get(name):
            withheld.append(Withheld(name, reason))
        elif not all(name in side.figures for side in (first, second)):
            continue
        elif not all(name in side.sums for side in (first, second)):
            withheld.append(Withheld(name, "bound"))
        else:
            entry = _paired(measure, first, second, questionnaire)
            same = entry is not None and ledger.accepts(entry)
            same = same and _is_wide(name, first, second, ledger.floor)
            entries += [entry] if entry and same else []
            shifts.append(_shift(measure, first, second, same_people=same))
    return Comparison(tuple(shifts), tuple(withheld), tuple(entries))


def _paired(measure: Measure, first: Side, second: Side, questionnaire: str) -> Entry | None:
    """Everybody who gave it both times: -1 then, +1 now."""
    both = _both(measure.id, first, second)
    moments = ((first.moment, Row(both, -1)), (second.moment, Row(both)))
    rows = {key(questionnaire, moment, measure.id): row for moment, row in moments}
    return Entry(rows) if both else None


def _both(name: str, first: Side, second: Side) -> AbstractSet[str]:
    return people(second.values.get(name, {})) & people(first.values.get(name, {}))


def _is_wide(name: str, first: Side, second: Side, floor: int) -> bool:
    """Whether half of the scale stays open for each, would the sum of every class be known.

    The classes are those who were there both times, and at each moment the others: nobody, or K
    or more, as the ledger has seen to.
    """
    both = _both(name, first, second)
    sums = [
        each
        for side in (first, second)
        for each in _parted(side.sums[name], [side.values[name][one] for one in both])
    ]
    return all(
        extremes.bound(each.total, each.count) is None for each in sums if each.count >= floor
    )


def _parted(whole: Sum, values: list[Fraction]) -> tuple[Sum, Sum]:
    """The sum of some, and of the others."""
    some = Sum.of(values)
    return some, Sum(whole.total - some.total, whole.count - some.count)


def _shift(measure: Measure, first: Side, second: Side, *, same_people: bool) -> Shift:
    """The exact mean change, or the difference of the two figures as they were told."""
    name = measure.id
    value = second.figures[name].value - first.figures[name].value
    if same_people:
        both = _both(name, first, second)
        gained = sum(
            (second.values[name][one] - first.values[name][one] for one in both), Fraction()
        )
        value = tenths.nearest(gained / len(both) * (measure.high - measure.low))
    return Shift(name, measure.low, measure.high, value, same_people)
