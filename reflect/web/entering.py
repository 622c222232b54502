"""A member of staff enters, or not: equal work and equal words for an address nobody knows."""

from flask import request

from reflect.records import attempts, passwords, sessions
from reflect.records import staff as records
from reflect.records.attempts import Kind
from reflect.records.engine import alone
from reflect.web import current
from reflect.web.proving import Outcome, begun, failed

WRONG = Outcome(fault="staff.wrong")
TOO_OFTEN = Outcome(fault="staff.too_often", status=429)


def enter(email: str, password: str) -> Outcome:
    """Try to sign in; a failure is counted for the account and for the address it came from.

    Failures are looked up before the hashing too, so that whoever guesses on gives us no work.
    """
    ring, at = current.house().ring, current.now()
    if attempts.blocked(current.db(), ring, _tried(email), at):
        return TOO_OFTEN
    member = records.by_email(current.db(), ring, email)
    current.rest()
    is_right = passwords.verify(member.password_hash if member else None, password)
    return _decide(email, member.id if member else "", is_right=is_right)


def _decide(email: str, staff_id: str, *, is_right: bool) -> Outcome:
    """Let in or count the failure; asked again here, so that many guesses at once fail too."""
    ring, at = current.house().ring, current.now()
    with current.writing() as db:
        alone(db, f"attempt {records.normal(email)}")
        if attempts.blocked(db, ring, _tried(email), at):
            return TOO_OFTEN
        if not is_right:
            failed(db, _tried(email), "password", staff_id)
            db.commit()
            return WRONG
        sessions.end(db, current.token())
        outcome = Outcome(begun(db, staff_id))
        db.commit()
    return outcome


def _tried(email: str) -> dict[Kind, str]:
    return {"account": records.normal(email), "address": request.remote_addr or ""}
