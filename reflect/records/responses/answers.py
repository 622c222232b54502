"""Answers are kept: one by one while somebody types, together when a section is saved."""

import json
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.people import Opened
from reflect.records.responses.beginning import one
from reflect.records.responses.keys import key, place
from reflect.records.responses.sheet import Changes, Sheet, extended, sheet, written
from reflect.records.responses.tables import DRAFT, Answer, Response, Submitted


def keep(db: Session, me: Opened, response_id: str, changes: Changes, at: datetime) -> int:
    """Keep what was just typed as one sealed row; gives the revision it made.

    A page rendered at revision r may call itself r + 1 only when this gives r + 1: otherwise
    another page changed something that this one has not shown. Raises Submitted, NoResultFound.
    """
    raised = (
        update(Response)
        .where(Response.id == response_id, Response.person_id == me.person_id)
        .where(Response.state == DRAFT)
        .values(revision=Response.revision + 1, day=at.date())
        .returning(Response)
    )
    response = db.scalars(raised).one_or_none()
    if response is None:
        one(db, me.person_id, response_id)
        raise Submitted
    db.refresh(response)
    contents = json.dumps(changes).encode()
    sealed = sealing.seal(key(response, me), contents, place(response, "answer", response.revision))
    db.add(Answer(response_id=response.id, revision=response.revision, sealed=sealed))
    db.flush()
    return response.revision


def save(db: Session, me: Opened, response_id: str, changes: Changes, at: datetime) -> int:
    """Fold snapshot, kept answers and changes into one new snapshot; gives its revision.

    Raises Submitted, NoResultFound.
    """
    return write(db, me, sheet(db, me, response_id, lock=True), changes, at).response.revision


def write(db: Session, me: Opened, read: Sheet, changes: Changes, at: datetime) -> Sheet:
    """save() for who has read the sheet with `lock` already; gives the sheet as it is then."""
    response = read.response
    if response.state != DRAFT:
        raise Submitted
    response.revision += 1
    response.day = at.date()
    history = extended(read.history, response.revision, changes)
    fold(db, response, sealing_key=key(response, me), contents=written(history))
    return Sheet(response, history)


def fold(db: Session, response: Response, *, sealing_key: bytes, contents: bytes) -> None:
    """One snapshot at the response's revision instead of the kept answers."""
    at = place(response, "snapshot", response.revision)
    response.snapshot = sealing.seal(sealing_key, contents, at)
    response.snapshot_revision = response.revision
    db.execute(delete(Answer).where(Answer.response_id == response.id))
    db.flush()
