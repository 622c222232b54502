"""The exact solver: whose value could be computed from what was told.

It knows nothing of classes or thresholds and trusts nobody: it does what a patient reader with
everything in hand would do, Gauss-Jordan elimination. A cell can be solved if and only if its
unit vector is a combination of the entries, that is, if a row of the reduced echelon form has
that cell alone. Rows are kept in whole numbers without a common factor: each stands for itself
and all its rational multiples, so the arithmetic is exact without a fraction in it.
"""

from collections.abc import Iterable, Mapping
from math import gcd

from reflect.disclosure.ledger import Cell, Entry

Equation = dict[Cell, int]


def solved(entries: Iterable[Entry]) -> frozenset[Cell]:
    """Every (measure, subject) whose exact value follows from the entries' exact sums."""
    echelon = _echelon(entries)
    return frozenset(pivot for pivot, equation in echelon.items() if len(equation) == 1)


def following(entries: Iterable[Entry], wanted: Iterable[Entry]) -> list[Entry]:
    """Those of the wanted entries whose exact sum follows from the entries' exact sums."""
    echelon = _echelon(entries)
    return [entry for entry in wanted if not _reduced(echelon, entry.coefficients)]


def _echelon(entries: Iterable[Entry]) -> dict[Cell, Equation]:
    """The reduced echelon form of some entries, kept by pivot."""
    echelon: dict[Cell, Equation] = {}
    for entry in entries:
        equation = _reduced(echelon, entry.coefficients)
        if equation:
            fresh = min(equation)
            for pivot, other in echelon.items():
                if fresh in other:
                    echelon[pivot] = _eliminate(fresh, other, equation)
            echelon[fresh] = equation
    return echelon


def _reduced(echelon: Mapping[Cell, Equation], coefficients: Mapping[Cell, int]) -> Equation:
    """What is left of an equation without what is known already; empty when it says nothing new."""
    equation = dict(coefficients)
    for pivot in echelon.keys() & equation.keys():
        equation = _eliminate(pivot, equation, echelon[pivot])
    return equation


def _eliminate(pivot: Cell, equation: Equation, by: Equation) -> Equation:
    """Take a multiple of `by` from a multiple of `equation`, so that the pivot vanishes."""
    keep, take = by[pivot], equation[pivot]
    left = {cell: keep * value for cell, value in equation.items()}
    for cell, value in by.items():
        left[cell] = left.get(cell, 0) - take * value
    factor = gcd(*left.values()) or 1
    return {cell: value // factor for cell, value in left.items() if value}
