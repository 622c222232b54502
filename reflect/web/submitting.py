"""A response becomes a profile: computed beside any transaction, frozen in a short one."""

from contextlib import suppress

from reflect.questionnaire import contribution, score
from reflect.records import reminders, responses
from reflect.records.people import Opened
from reflect.records.responses import Moved, Submission
from reflect.web import current
from reflect.web.sections import steps_of

TRIES = 3  # answers kept in the same blink are taken along by the next try


def submit_response(me: Opened, response_id: str) -> str:
    """Freeze it as it is now; the receipt. Moved when answers keep coming from elsewhere."""
    for _ in range(TRIES - 1):
        with suppress(Moved):
            return _once(me, response_id)
    return _once(me, response_id)


def _once(me: Opened, response_id: str) -> str:
    sheet = responses.sheet(current.db(), me, response_id)
    questionnaire, _ = steps_of(sheet)
    profile = score(questionnaire, sheet.response.phase, sheet.values)
    given = contribution(questionnaire, profile)
    submission = Submission(response_id, sheet.response.revision, profile.to_json(), given)
    with current.writing() as db:
        receipt = responses.submit(db, current.house().ring, me, submission, at=current.now())
        reminders.done(db, current.house().ring, me, response_id)
        db.commit()
    return receipt
