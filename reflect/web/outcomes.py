"""What a report of one's own is made from: the frozen profile, and what else is the person's."""

from reflect.questionnaire import Profile
from reflect.records import responses
from reflect.reports import Outcome
from reflect.web import current
from reflect.web.intentions import Intentions


def outcome(response_id: str, name: str = "") -> Outcome:
    """The outcome of a submitted response of who asks; 404 for a draft or another's."""
    response, plain = responses.profile(current.db(), current.me(), response_id)
    profile = Profile.from_json(plain)
    questionnaire = current.questionnaire(profile.fingerprint)
    intentions = Intentions.of(current.db(), current.me())
    return Outcome(
        questionnaire,
        profile,
        current.language(),
        response.day,
        name,
        goals=intentions.told(response),
        looked_back=intentions.told_before(response),
    )
