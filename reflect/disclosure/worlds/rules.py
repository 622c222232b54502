"""Rules that are not enough, to see that the solver finds whom they give away."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from random import Random

from reflect.disclosure.ledger import Cell, Entry, Ledger, key
from reflect.disclosure.threshold import FLOOR
from reflect.disclosure.worlds.people import Columns, columns
from reflect.disclosure.worlds.steps import ASKED, Close, Step

LOOKS = 0.5  # at each size that a page passes through


class Threshold(Ledger):
    """Any set of five people or more."""

    def accepts(self, entry: Entry) -> bool:
        """By its size alone."""
        return len({subject for _, subject in entry.coefficients}) >= FLOOR

    def untold(self, measure: str, subjects: Iterable[str]) -> frozenset[str]:  # noqa: ARG002 - it remembers nothing
        """Whoever there is: what was told before does not matter to it."""
        return frozenset(subjects)


def live(steps: Iterable[Step], seed: int) -> list[Entry]:
    """What live pages tell from five people on: groups as they fill, all together, changes."""
    rng = Random(seed)  # noqa: S311 - a world must be made again from its seed
    told: list[Entry] = []
    totals: defaultdict[str, dict[str, Fraction]] = defaultdict(dict)
    first: dict[int, Columns] = {}
    for step in steps:
        if isinstance(step, Close):
            given = columns(step.responses)
            told += _filling(rng, step.moment, given, totals)
            told += _changes(first.setdefault(step.training.number, given), given)
    return [entry for entry in told if Threshold().accepts(entry)]


def _filling(
    rng: Random, moment: int, given: Columns, totals: Mapping[str, dict[str, Fraction]]
) -> list[Entry]:
    """A group at some sizes and whole, and with it all groups so far."""
    told = []
    for name, column in given.items():
        measure, subjects = key(ASKED, moment, name), list(column)
        looks = [size for size in range(1, len(subjects)) if rng.random() < LOOKS]
        told += [Entry.over(measure, subjects[:size]) for size in looks]
        totals[measure].update(column)
        told += [Entry.over(measure, all_) for all_ in (column, totals[measure]) if all_]
    return told


def _changes(first: Columns, second: Columns) -> list[Entry]:
    """Each measure over those who gave it both times: -1 then, +1 now."""
    told = []
    for name in first.keys() if first is not second else ():
        both = first[name].keys() & second[name].keys()
        cells: dict[Cell, int] = {(key(ASKED, 1, name), who): -1 for who in both}
        cells |= {(key(ASKED, 2, name), who): 1 for who in both}
        told += [Entry.of(cells)] if cells else []
    return told
