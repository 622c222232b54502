"""Change: two moments of a group laid beside each other, over the same people where that may be.

Where the ledger lets it, the change of those who were there both times is told exactly: -1 for
each of them then, +1 now. Else the one mean that was told is taken from the other, which anyone
can do; it is then not about precisely the same people, and says so.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Self, get_args

from reflect.disclosure.figure import Withheld, check_measure
from reflect.disclosure.release import Phase, once


@dataclass(frozen=True, slots=True)
class Shift:
    """The change of one measure on the shown scale (low to high), with one decimal.

    With `same_people` it is the mean change of those who were there both times; without, the
    difference of two means that were told.
    """

    measure: str
    low: int
    high: int
    value: Decimal
    same_people: bool

    def __post_init__(self) -> None:
        """Raise ValueError for whatever would tell more than a shift may."""
        check_measure(self.measure)
        if self.value.as_tuple().exponent != -1:
            raise ValueError(f"{self.measure} is told with one decimal, not as {self.value}")
        if abs(self.value) > self.high - self.low:
            raise ValueError(f"{self.measure} moved further than its scale is long")

    def to_json(self) -> dict[str, Any]:
        """Plain JSON; the value is text, so that 0.0 stays 0.0."""
        return {**asdict(self), "value": str(self.value)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Undo to_json; TypeError for a key too many or too few, ValueError as above."""
        return cls(**{**data, "value": Decimal(data["value"])})


@dataclass(frozen=True, slots=True)
class Change:
    """The stored change of a group between two moments: numbers, phases and days, first and then.

    As a Release it has no person, no free text, no count and no time finer than a day.
    """

    questionnaire: str
    version: int
    fingerprint: str
    moments: tuple[int, int]
    phases: tuple[Phase, Phase]
    closed: tuple[date, date]
    group: str
    organisation: str
    shifts: tuple[Shift, ...]
    withheld: tuple[Withheld, ...]

    def __post_init__(self) -> None:
        """Raise TypeError for a time of day, ValueError for what else a change cannot say."""
        if any(type(day) is not date for day in self.closed):  # a datetime is a date too
            raise TypeError("a change knows days, and no time of day")
        if not set(self.phases) <= set(get_args(Phase)):
            raise ValueError(f"not phases: {self.phases!r}")
        if not 0 < self.moments[0] < self.moments[1]:
            raise ValueError("a change goes from an earlier moment to a later one")
        once((*self.shifts, *self.withheld))

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values under the fields' names."""
        return {
            **{field.name: getattr(self, field.name) for field in fields(self)},
            "moments": list(self.moments),
            "phases": list(self.phases),
            "closed": [day.isoformat() for day in self.closed],
            "shifts": [each.to_json() for each in self.shifts],
            "withheld": [asdict(each) for each in self.withheld],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Undo to_json; TypeError for a key too many or too few, ValueError as above."""
        return cls(
            **{
                **data,
                "moments": tuple(data["moments"]),
                "phases": tuple(data["phases"]),
                "closed": tuple(date.fromisoformat(day) for day in data["closed"]),
                "shifts": tuple(Shift.from_json(each) for each in data["shifts"]),
                "withheld": tuple(Withheld(**each) for each in data["withheld"]),
            }
        )
