"""Exact fractions, told with one decimal."""

import math
from decimal import Decimal
from fractions import Fraction

HALF = Fraction(1, 2)


def nearest(value: Fraction) -> Decimal:
    """Rounded to a tenth, half up: 3.25 is told as 3.3."""
    return _tenths(math.floor(value * 10 + HALF))


def up(value: Fraction) -> Decimal:
    """The first tenth that is not less, so that "at most" stays true."""
    return _tenths(math.ceil(value * 10))


def down(value: Fraction) -> Decimal:
    """The last tenth that is not more, so that "at least" stays true."""
    return _tenths(math.floor(value * 10))


def _tenths(count: int) -> Decimal:
    """A whole number of tenths, always with its decimal: 30 is told as 3.0."""
    return Decimal(count).scaleb(-1)
