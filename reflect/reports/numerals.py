"""Numbers written out exactly, so that whoever reads them can reckon with them."""

from fractions import Fraction

from reflect.language import Language

_MOST = 4  # decimals; what needs more is a fraction


def exact(t: Language, value: Fraction, least: int = 0) -> str:
    """A decimal where it ends within four places, with `least` of them or more; else "13/24"."""
    for digits in range(least, _MOST + 1):
        if (value * 10**digits).denominator == 1:
            return t.number(value, digits)
    return f"{value.numerator}/{value.denominator}"
