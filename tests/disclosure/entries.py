"""Contributions and entries as worlds make them, and what can be worked out about entries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from reflect.disclosure import Cell, Entry, Measure, key

MEASURES = (Measure("domain:signalen", 1, 5), Measure("grade:cijfer", 1, 10))

Responses = Mapping[str, Mapping[str, Fraction]]  # subject -> measure id -> value
Columns = Mapping[str, Mapping[str, Fraction]]  # measure id -> subject -> value


def columns(responses: Responses) -> Columns:
    """The same contributions by measure."""
    return {
        measure.id: {
            who: given[measure.id] for who, given in responses.items() if measure.id in given
        }
        for measure in MEASURES
    }


def united(entries: Iterable[Entry]) -> Counter[Cell]:
    """The coefficients of a sum of entries; who is in two of them counts twice."""
    total: Counter[Cell] = Counter()
    for entry in entries:
        total.update(entry.coefficients)
    return total


def changes(first: Responses, second: Responses) -> list[Entry]:
    """The paired change of each measure: -1 for the first moment, +1 for the second."""
    before, after = columns(first), columns(second)
    pairs = {name: before[name].keys() & after[name].keys() for name in before}
    return [
        Entry({(key("q", m, name), who): sign for m, sign in ((1, -1), (2, 1)) for who in both})
        for name, both in pairs.items()
        if both
    ]


def classes(told: Sequence[Entry]) -> list[set[str]]:
    """The subjects with equal coefficients in everything told, worked out without a Ledger."""
    found: defaultdict[tuple[str, tuple[int, ...]], set[str]] = defaultdict(set)
    for cell in {cell for entry in told for cell in entry.coefficients}:
        measure, subject = cell
        found[measure, tuple(entry.coefficients.get(cell, 0) for entry in told)].add(subject)
    return list(found.values())


def loaded(told: Sequence[Entry], entry: Entry, *, steps: int) -> list[Entry]:
    """What is loaded to ask about an entry: those with its cells, those with theirs, and so on."""
    near = [entry]
    for _ in range(steps):
        cells = {cell for each in near for cell in each.coefficients}
        near = [each for each in told if not cells.isdisjoint(each.coefficients)]
    return near
