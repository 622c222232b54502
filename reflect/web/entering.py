"""A member of staff enters, or not: equal work and equal words for an address nobody knows."""

from dataclasses import dataclass

from flask import request

from reflect.records import attempts, passwords, sessions
from reflect.records import staff as records
from reflect.records.attempts import Kind
from reflect.records.engine import alone
from reflect.web import current, devices
from reflect.web.proving import Outcome, begun, failed

WRONG = Outcome(fault="staff.wrong")
TOO_OFTEN = Outcome(fault="staff.too_often", status=429)


@dataclass(frozen=True)
class Knock:
    """Who is at the door, by the address that was typed, and by what failures are counted."""

    email: str
    staff_id: str  # empty where nobody has the address
    tried: dict[Kind, str]


def enter(email: str, password: str) -> Outcome:
    """Try to sign in; a failure is counted for the account and for the address it came from.

    Failures are looked up before the hashing too, so that whoever guesses on gives us no work.
    """
    member = records.by_email(current.db(), current.house().ring, email)
    knock = _knock(records.normal(email), member.id if member else "")
    if attempts.blocked(current.db(), current.house().ring, knock.tried, current.now()):
        return TOO_OFTEN
    current.rest()
    is_right = passwords.verify(member.password_hash if member else None, password)
    return _decide(knock, is_right=is_right)


def _decide(knock: Knock, *, is_right: bool) -> Outcome:
    """Let in or count the failure; asked again here, so that many guesses at once fail too."""
    ring, at = current.house().ring, current.now()
    with current.writing() as db:
        alone(db, f"attempt {knock.email}")
        if attempts.blocked(db, ring, knock.tried, at):
            return TOO_OFTEN
        if not is_right:
            failed(db, knock.tried, "password", knock.staff_id)
            db.commit()
            return WRONG
        sessions.end(db, current.token())
        outcome = Outcome(begun(db, knock.staff_id))
        db.commit()
    return outcome


def _knock(email: str, staff_id: str) -> Knock:
    """A device that they signed in with before has a count of its own.

    Otherwise whoever knows an address could keep its owner out by guessing wrong.
    """
    if devices.is_known(staff_id):
        return Knock(email, staff_id, {"account": f"{email} {devices.cookie()}"})
    return Knock(email, staff_id, {"account": email, "address": request.remote_addr or ""})
