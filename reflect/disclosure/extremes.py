"""Sums so extreme that they would give people away: told as a bound instead.

Values run from 0 to 1. From the sum s of n of them a reader infers for every single one

    max(0, s - (n - 1))  ≤  value  ≤  min(1, s)

because the others add up to at least 0 and at most n - 1. When all of a group chose the lowest
answer, the mean alone says so of each of them. A sum that leaves less than half of the scale
open is therefore not told; a bound is, chosen so that half of the scale stays open. It is the
interval rule for bounded scales: the p% rule of statistical offices is for unbounded amounts.
"""

from fractions import Fraction

from reflect.disclosure.figure import Bound

OPEN = Fraction(1, 2)


def width(total: Fraction, count: int) -> Fraction:
    """How much of the scale (0 to 1) stays open for each of `count` values of this sum."""
    return min(Fraction(1), total) - max(Fraction(0), total - (count - 1))


def bound(total: Fraction, count: int) -> Bound | None:
    """The side on which a sum is too extreme to be told, or None."""
    if width(total, count) >= OPEN:
        return None
    return "at_most" if 2 * total < count else "at_least"


def limit(side: Bound, count: int) -> Fraction:
    """The mean (0 to 1) of `count` values at which the width is OPEN on that side.

    Low down the width is the sum itself, so the sum is OPEN and the mean OPEN / count; high up
    it is the mirror image.
    """
    return OPEN / count if side == "at_most" else 1 - OPEN / count
