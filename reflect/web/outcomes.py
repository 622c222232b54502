"""What a report of one's own is made from: the frozen profile, and what else is the person's."""

from dataclasses import dataclass, replace

from flask import abort

from reflect.questionnaire import Profile, Questionnaire
from reflect.records import responses
from reflect.records.responses import Kept, Response
from reflect.reports import Outcome, Past
from reflect.web import current
from reflect.web.intentions import Intentions


def outcome(response_id: str, name: str = "") -> Outcome:
    """The outcome of a submitted response of who asks; 404 for a draft or another's."""
    every = responses.history(current.db(), current.me().person_id)
    this = next((kept for kept in every if kept.response.id == response_id), None) or abort(404)
    intentions = Intentions.of(current.db(), current.me())
    return replace(
        _since(this, every),
        name=name,
        goals=intentions.told(this.response),
        looked_back=intentions.told_before(this.response),
    )


@dataclass(frozen=True)
class Compared:
    """The newest that somebody submitted with a questionnaire, and the moments that it tells of."""

    questionnaire: Questionnaire
    newest: Outcome | None = None
    moments: tuple[Response, ...] = ()

    @property
    def is_change(self) -> bool:
        """Whether there are two moments of which is known which came first."""
        return len(self.moments) > 1

    @property
    def is_shelved(self) -> bool:
        """Whether it can be filled in once more."""
        return self.questionnaire.id in {one.id for one in current.shelf().reflections}


def compared(questionnaire_id: str) -> Compared:
    """What who asks submitted with a questionnaire; 404 when there is no such questionnaire."""
    every = responses.history(current.db(), current.me().person_id)
    mine = [kept for kept in every if _of(kept).id == questionnaire_id]
    if not mine:
        return Compared(current.latest(questionnaire_id))
    newest = mine[-1]
    before = [kept.response for kept in _before(newest, mine)]
    intentions = Intentions.of(current.db(), current.me())
    goals = tuple(goal for response in before for goal in intentions.told(response))
    told = replace(_since(newest, mine), looked_back=goals)
    return Compared(_of(newest), told, (*before, newest.response))


def _since(this: Kept, every: list[Kept]) -> Outcome:
    """An outcome with all that was submitted before it with the same questionnaire."""
    past = tuple(
        Past(_of(kept), _profile(kept), kept.response.day) for kept in _before(this, every)
    )
    return Outcome(_of(this), _profile(this), current.language(), this.response.day, past=past)


def _before(this: Kept, every: list[Kept]) -> list[Kept]:
    """What was submitted before this one with the same questionnaire, of any version."""
    return [kept for kept in every if kept.turn < this.turn and _of(kept).id == _of(this).id]


def _of(kept: Kept) -> Questionnaire:
    return current.questionnaire(kept.response.fingerprint)


def _profile(kept: Kept) -> Profile:
    return Profile.from_json(kept.opened(current.me()))
