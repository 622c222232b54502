"""Measure, Figure, Withheld: what is measured, what is told of it, and what is not told.

These three carry no person, no free text and no exact count: making one that would raises.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, Self, get_args

from reflect.disclosure.headcount import FEWEST, People

Bound = Literal["at_most", "at_least"]
Reason = Literal["too_few", "ledger", "bound"]
"""Too few gave it; it would set few apart; with bounds nothing can be added up or subtracted."""

MEASURE = re.compile(r"(domain|confidence|context|grade|choice):[A-Za-z0-9_-]+")


def check_measure(measure: str) -> None:
    """A measure is a kind and an id ("domain:signalen"), so that no text can pass for one."""
    if not MEASURE.fullmatch(measure):
        raise ValueError(f"not a measure: {measure!r}")


@dataclass(frozen=True, slots=True)
class Measure:
    """What responses give to a group, and the scale it is shown on: from low to high."""

    id: str
    low: int
    high: int

    def __post_init__(self) -> None:
        """Raise ValueError for an id that is none and for a scale without length."""
        check_measure(self.id)
        if self.low >= self.high:
            raise ValueError(f"the scale of {self.id} runs from {self.low} to {self.high}")

    @property
    def has_mean(self) -> bool:
        """Of the options of a choice there is no mean."""
        return not self.id.startswith("choice:")

    @property
    def has_distribution(self) -> bool:
        """Only what is in no domain is told by how people are spread."""
        return self.id.startswith(("context:", "grade:", "choice:"))

    def shown(self, value: Fraction) -> Fraction:
        """A value from 0 to 1 on the shown scale: low + value · (high - low)."""
        return self.low + value * (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Figure:
    """The mean of one measure over some people, as anyone may see it.

    `value` is on the shown scale and has one decimal. With a `bound` it is no mean but its
    limit: the mean is at most, or at least, `value`. `people` tells how many only as a band.
    """

    measure: str
    low: int
    high: int
    value: Decimal
    bound: Bound | None
    people: People

    def __post_init__(self) -> None:
        """Raise ValueError for whatever would tell more than a figure may."""
        check_measure(self.measure)
        if self.value.as_tuple().exponent != -1:
            raise ValueError(f"{self.measure} is told with one decimal, not as {self.value}")
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.measure} lies outside {self.low} to {self.high}")
        if self.bound not in (None, *get_args(Bound)):
            raise ValueError(f"not a bound: {self.bound!r}")
        if self.people not in FEWEST:
            raise ValueError(f"{self.measure} tells how many people only as a band")

    def to_json(self) -> dict[str, Any]:
        """Plain JSON; the value is text, so that 3.0 stays 3.0."""
        return {**asdict(self), "value": str(self.value)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Undo to_json; TypeError for a key too many or too few, ValueError as above."""
        return cls(**{**data, "value": Decimal(data["value"])})


@dataclass(frozen=True, slots=True)
class Withheld:
    """A measure that is not told, and why; never how many people it would have been about."""

    measure: str
    reason: Reason

    def __post_init__(self) -> None:
        """Raise ValueError for a measure or a reason that is none."""
        check_measure(self.measure)
        if self.reason not in get_args(Reason):
            raise ValueError(f"not a reason: {self.reason!r}")
