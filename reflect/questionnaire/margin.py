"""The margin of a domain: how far two scores lie apart by chance alone (Jacobson & Truax 1991).

SEM = sd · √(1 - r), S_diff = √2 · SEM, RCI = Δ / S_diff; |RCI| > 1.96 is hardly chance. Squares are
compared, so that nothing is rounded. (The √2 is missing in the original of 1984.)
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Self

from reflect.questionnaire.domains import Reference

PEOPLE = 100  # fewer tell too little about chance
CRITICAL = Fraction(49, 25)  # 1.96: 95 of 100 differences by chance are smaller


@dataclass(frozen=True, slots=True)
class Margin:
    """What is known of chance in one domain; `square` is that of S_diff, on scores from 0 to 1."""

    square: Fraction
    people: int
    source: str

    @classmethod
    def of(cls, reference: Reference | None) -> Self | None:
        """The margin that a reference gives; None without one that will do."""
        if reference is None or reference.n < PEOPLE:
            return None
        spread, reliability = (
            Fraction(str(written)) for written in (reference.sd, reference.reliability)
        )
        if spread == 0 or not 0 <= reliability < 1:
            return None
        return cls(2 * spread**2 * (1 - reliability), reference.n, reference.source)

    def is_passed_by(self, delta: Fraction) -> bool:
        """Whether a difference is larger than chance makes it."""
        return delta**2 > CRITICAL**2 * self.square

    def index(self, delta: Fraction) -> Decimal:
        """The RCI of a difference."""
        return _decimal(delta) / _decimal(self.square).sqrt()

    @property
    def least(self) -> Decimal:
        """The smallest difference that is more than chance, on scores from 0 to 1."""
        return _decimal(CRITICAL) * _decimal(self.square).sqrt()


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
