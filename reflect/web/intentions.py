"""Intentions: somebody's reflections with the goals set in each, and which ask to look back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from reflect.records import goals, responses
from reflect.records.engine import Session
from reflect.records.goals import NONE, Goal, Goals
from reflect.records.people import Opened
from reflect.records.responses import Response
from reflect.reports import Goal as Told
from reflect.web import current
from reflect.web.days import PHASES


@dataclass(frozen=True, slots=True)
class Intentions:
    """The reflections of one person, with the goals of each by its id."""

    responses: Sequence[Response]
    kept: Mapping[str, Goals]
    today: date

    @classmethod
    def of(cls, db: Session, me: Opened, *, lock: bool = False) -> Self:
        """All of a person; `lock`: the goals change nowhere else until the transaction ends."""
        kept = goals.of(db, me, lock=lock)
        return cls(responses.of(db, me.person_id), kept, current.now().date())

    def of_response(self, response_id: str) -> Goals:
        """The three places for goals of a reflection."""
        return self.kept.get(response_id, NONE)

    def is_due(self, response: Response, goal: Goal) -> bool:
        """Whether it is time to say what came of it.

        That is from the day to look back on, or once the same questionnaire was begun again.
        """
        has_come = bool(goal.review) and date.fromisoformat(goal.review) <= self.today
        return goal != Goal() and (has_come or bool(goal.came_of_it) or self._is_followed(response))

    def due(self) -> list[Response]:
        """The reflections with a goal of which it is time to say what came of it, unsaid so far."""
        return [
            response
            for response in self.responses
            if any(
                self.is_due(response, goal) and not goal.came_of_it
                for goal in self.of_response(response.id)
            )
        ]

    def before(self, response: Response) -> Iterator[tuple[Response, int, Goal]]:
        """The goals of earlier reflections to look back on, oldest first: with their numbers."""
        for earlier in sorted(self.responses, key=_turn):
            if _turn(earlier) < _turn(response):
                for number, goal in enumerate(self.of_response(earlier.id), 1):
                    if self.is_due(earlier, goal):
                        yield earlier, number, goal

    def told(self, response: Response) -> tuple[Told, ...]:
        """The goals of a reflection as a reader reads them."""
        own = self.of_response(response.id)
        return tuple(goal_of(response, goal) for goal in own if goal.what)

    def told_before(self, response: Response) -> tuple[Told, ...]:
        """The goals of earlier reflections as a reader reads them."""
        return tuple(goal_of(of, goal) for of, _, goal in self.before(response) if goal.what)

    def _is_followed(self, response: Response) -> bool:
        return any(
            _turn(response) < _turn(later) and _instrument(later) == _instrument(response)
            for later in self.responses
        )


def goal_of(response: Response, kept: Goal) -> Told:
    """A goal of a response as a reader reads it."""
    review = date.fromisoformat(kept.review) if kept.review else None
    domain = domains_of(response).get(kept.domain, "")
    texts = (kept.what, domain, kept.when, kept.with_whom)
    return Told(*texts, review, kept.came_of_it, response.day)


def domains_of(response: Response) -> Mapping[str, str]:
    """The domains of a response's questionnaire: id -> title."""
    questionnaire = current.questionnaire(response.fingerprint)
    code = current.language().code
    return {one.id: questionnaire.say(one.title, code) for one in questionnaire.domains}


def _turn(response: Response) -> tuple[date, int]:
    """The order of reflections: by day, and on one day by phase."""
    return response.day, PHASES.index(response.phase)


def _instrument(response: Response) -> str:
    return current.questionnaire(response.fingerprint).id
