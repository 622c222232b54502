"""Release: what a group is told after a moment, and the only thing trainers' pages are given."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Literal, Self, get_args

from reflect.disclosure.figure import Figure, Withheld

Phase = Literal["before", "after", "later"]


@dataclass(frozen=True, slots=True)
class Release:
    """The stored outcome of one group's moment; page, chart, report and export all tell this.

    It has no person, no free text, no exact count and no time finer than a day. `questionnaire`,
    `version` and `fingerprint` name the definition; `moment` counts from 1; `group` and
    `organisation` are names.
    """

    questionnaire: str
    version: int
    fingerprint: str
    phase: Phase
    moment: int
    closed: date
    group: str
    organisation: str
    figures: tuple[Figure, ...]
    withheld: tuple[Withheld, ...]

    def __post_init__(self) -> None:
        """Raise TypeError for a time of day, ValueError for what else a release cannot say."""
        if type(self.closed) is not date:  # a datetime is a date too, by inheritance
            raise TypeError("a release knows the day it was closed, and no time of day")
        if self.phase not in get_args(Phase):
            raise ValueError(f"not a phase: {self.phase!r}")
        if self.moment < 1:
            raise ValueError("moments are numbered from 1")
        told = [each.measure for each in self.figures]
        told += [each.measure for each in self.withheld]
        if len(told) != len(set(told)):
            raise ValueError("a release tells each measure once")

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values under the fields' names."""
        return {
            **{field.name: getattr(self, field.name) for field in fields(self)},
            "closed": self.closed.isoformat(),
            "figures": [each.to_json() for each in self.figures],
            "withheld": [asdict(each) for each in self.withheld],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Undo to_json; TypeError for a key too many or too few, ValueError as above."""
        return cls(
            **{
                **data,
                "closed": date.fromisoformat(data["closed"]),
                "figures": tuple(Figure.from_json(each) for each in data["figures"]),
                "withheld": tuple(Withheld(**each) for each in data["withheld"]),
            }
        )
