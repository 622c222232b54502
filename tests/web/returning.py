"""Somebody who reflected before: what they submitted on earlier days, put into the records."""

import json
from datetime import UTC, date, datetime

from reflect.questionnaire import Questionnaire, contribution, score
from reflect.records import definitions, responses
from reflect.records.responses import Submission

MAY, JULY = date(2026, 5, 12), date(2026, 7, 2)


def submitted_on(  # noqa: PLR0913 - what somebody filled in has that many sides
    house, me, day: date, answers, *, phase="after", of: Questionnaire, moment=None
) -> str:
    """The id of what somebody submitted on a day, at a moment of a group or alone."""
    at = datetime(day.year, day.month, day.day, 20, 0, tzinfo=UTC)
    with house.database.writing() as db:
        pinned = definitions.pin(db, of)
        if moment:
            response = responses.start(db, me, moment, at)
        else:
            response = responses.start_alone(db, me, pinned, phase, at)
        revision = responses.save(db, me, response.id, answers, at)
        profile = score(of, response.phase, answers)
        shares = contribution(of, profile)
        whole = Submission(response.id, revision, profile.to_json(), shares)
        responses.submit(db, house.ring, me, whole, at)
        db.commit()
    return response.id


def next_version(questionnaire: Questionnaire, section: int = 0) -> Questionnaire:
    """The version after it, in which the first statement of a section reads otherwise."""
    plain = json.loads(questionnaire.canonical)
    plain["version"] += 1
    text = plain["sections"][section]["questions"][0]["text"]
    plain["sections"][section]["questions"][0]["text"] = {
        language: f"{words[:-1]}, steeds weer." for language, words in text.items()
    }
    return Questionnaire.from_json(json.dumps(plain))
