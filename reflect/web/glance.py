"""A trainer's groups at a glance: where each stands, and what needs doing next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reflect.records.engine import Session
from reflect.records.groups import Group
from reflect.web import current
from reflect.web.standing import Standing, is_over, standings_of

Step = Literal["finish", "close", "wait", "open"]


@dataclass(frozen=True, slots=True)
class Glance:
    """A group as its trainer's list shows it."""

    id: str
    name: str
    questionnaire: str
    moments: tuple[Standing, ...]  # and its evaluation, if it has one

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return is_over(self.moments)

    @property
    def ended(self) -> date | None:
        """The day on which the last of it closed."""
        return max((one.closed for one in self.moments if one.closed), default=None)

    @property
    def current(self) -> Standing:
        """What it is about now: the first that goes on, else the first that is not closed."""
        going = [one for one in self.moments if one.state in ("open", "closing")]
        return next(iter(going or [one for one in self.moments if one.state != "closed"]))

    @property
    def step(self) -> Step:
        """What to do with it; it follows from the state and the band alone."""
        now = self.current
        if now.state == "open":
            return "close" if now.participation == "enough" else "wait"
        return "finish" if now.state == "closing" else "open"


def glances(db: Session, groups: Iterable[Group], floor: int) -> list[Glance]:
    """The groups in their order; as many queries as for one."""
    shown = list(groups)
    moments = standings_of(db, [one.id for one in shown], floor)
    return [Glance(one.id, one.name, title(one.fingerprint), moments[one.id]) for one in shown]


def title(fingerprint: str) -> str:
    """The title of a questionnaire, in the language at hand."""
    questionnaire = current.questionnaire(fingerprint)
    return questionnaire.say(questionnaire.title, current.language().code)
