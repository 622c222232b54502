"""What a report of one's own is made from: the frozen profile, and what else is the person's."""

from collections.abc import Mapping
from datetime import date

from reflect.questionnaire import Profile
from reflect.records import responses
from reflect.records.goals import Goal as Kept
from reflect.records.responses import Response
from reflect.reports import Goal, Outcome
from reflect.web import current
from reflect.web.intentions import Intentions


def outcome(response_id: str, name: str = "") -> Outcome:
    """The outcome of a submitted response of who asks; 404 for a draft or another's."""
    response, plain = responses.profile(current.db(), current.me(), response_id)
    profile = Profile.from_json(plain)
    questionnaire = current.questionnaire(profile.fingerprint)
    intentions = Intentions.of(current.db(), current.me())
    own = intentions.of_response(response_id)
    return Outcome(
        questionnaire,
        profile,
        current.language(),
        response.day,
        name,
        goals=tuple(goal_of(response, goal) for goal in own if goal.what),
        looked_back=tuple(goal_of(of, goal) for of, _, goal in intentions.before(response)),
    )


def goal_of(response: Response, kept: Kept) -> Goal:
    """A goal of a response as a reader reads it."""
    review = date.fromisoformat(kept.review) if kept.review else None
    domain = domains_of(response).get(kept.domain, "")
    return Goal(kept.what, domain, kept.when, kept.with_whom, review, kept.came_of_it)


def domains_of(response: Response) -> Mapping[str, str]:
    """The domains of a response's questionnaire: id -> title."""
    questionnaire = current.questionnaire(response.fingerprint)
    code = current.language().code
    return {one.id: questionnaire.say(one.title, code) for one in questionnaire.domains}
