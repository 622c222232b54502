"""Release: what is told after a moment, of a group or of several, and all that pages are given."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Literal, Protocol, Self, get_args

from reflect.disclosure.distribution import Distribution
from reflect.disclosure.figure import Figure, Withheld

Phase = Literal["before", "after", "later"]
Scope = Literal["group", "trainer", "organisation", "all"]


@dataclass(frozen=True, slots=True)
class Release:
    """The stored outcome of a moment, of one group or of several; all pages and files tell this.

    It has no person, no free text, no exact count and no time finer than a day. `questionnaire`,
    `version` and `fingerprint` name the definition; `moment` counts from 1; `group` and
    `organisation` are names, empty where there are several. `turn` is 1 for a closing; who came
    after it make sets of their own, from 2. `closed` is the day on which it was told.
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
    distributions: tuple[Distribution, ...] = ()
    scope: Scope = "group"
    turn: int = 1

    def __post_init__(self) -> None:
        """Raise TypeError for a time of day, ValueError for what else a release cannot say."""
        if type(self.closed) is not date:  # a datetime is a date too, by inheritance
            raise TypeError("a release knows the day it was closed, and no time of day")
        if self.phase not in get_args(Phase):
            raise ValueError(f"not a phase: {self.phase!r}")
        if self.scope not in get_args(Scope):
            raise ValueError(f"not a scope: {self.scope!r}")
        if self.moment < 1 or self.turn < 1:
            raise ValueError("moments and turns are numbered from 1")
        once((*self.figures, *self.withheld), self.distributions)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values under the fields' names."""
        return {
            **{field.name: getattr(self, field.name) for field in fields(self)},
            "closed": self.closed.isoformat(),
            "figures": [each.to_json() for each in self.figures],
            "withheld": [asdict(each) for each in self.withheld],
            "distributions": [each.to_json() for each in self.distributions],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Undo to_json; TypeError for a key too many or too few, ValueError as above.

        What was stored before there were scopes, turns and distributions has none of them.
        """
        spread = data.get("distributions", ())
        return cls(
            **{
                **data,
                "closed": date.fromisoformat(data["closed"]),
                "figures": tuple(Figure.from_json(each) for each in data["figures"]),
                "withheld": tuple(Withheld(**each) for each in data["withheld"]),
                "distributions": tuple(Distribution.from_json(each) for each in spread),
            }
        )


class About(Protocol):
    """What is about one measure."""

    @property
    def measure(self) -> str:
        """The id of the measure."""


def once(*told: Iterable[About]) -> None:
    """Raise ValueError where one measure is told of twice."""
    for kind in told:
        measures = [each.measure for each in kind]
        if len(measures) != len(set(measures)):
            raise ValueError("a release tells each measure once")
