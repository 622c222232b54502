"""An audit: whose value follows from everything that was told, and which classes are too small.

Cells with the same coefficients in everything told are alike to any reader, so none of two or
more of them can be solved. Each class is therefore one unknown for the solver: as exact, and
quick enough for years of releases.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reflect.disclosure.ledger import Cell, Entry
from reflect.disclosure.solver import solved
from reflect.disclosure.threshold import FLOOR

Class = tuple[str, tuple[tuple[int, int], ...]]
"""A measure, and the coefficients (number of the entry, coefficient) that its cells share."""


@dataclass(frozen=True, slots=True)
class Audit:
    """How much was told, and the measures (ledger keys) on which somebody stands apart."""

    entries: int
    cells: int
    solved: tuple[str, ...]  # somebody's value follows
    small: tuple[str, ...]  # a class holds fewer than FLOOR


def audit(entries: Iterable[Entry]) -> Audit:
    """Everything that was told, unions too, weighed at once; exact."""
    told = list(entries)
    classes = alike(told)
    small = {place[0] for place, cells in classes.items() if len(cells) < FLOOR}
    alone = {cells[0] for cells in classes.values() if len(cells) == 1}
    found = solved(_shrunk(told, classes)) & alone
    return Audit(
        len(told),
        sum(map(len, classes.values())),
        tuple(sorted({measure for measure, _ in found})),
        tuple(sorted(small)),
    )


def alike(told: Sequence[Entry]) -> dict[Class, list[Cell]]:
    """The cells with the same coefficients in everything told; worked out without a Ledger."""
    signatures: defaultdict[Cell, list[tuple[int, int]]] = defaultdict(list)
    for number, entry in enumerate(told):
        for cell, coefficient in entry.coefficients.items():
            signatures[cell].append((number, coefficient))
    classes: defaultdict[Class, list[Cell]] = defaultdict(list)
    for cell, signature in signatures.items():
        classes[cell[0], tuple(signature)].append(cell)
    return dict(classes)


def _shrunk(told: Sequence[Entry], classes: dict[Class, list[Cell]]) -> list[Entry]:
    """The same entries, with the first cell of each class for all of it."""
    rows: defaultdict[int, dict[Cell, int]] = defaultdict(dict)
    for (_, signature), cells in classes.items():
        for number, coefficient in signature:
            rows[number][cells[0]] = coefficient
    return [Entry.of(rows[number]) for number in range(len(told))]
