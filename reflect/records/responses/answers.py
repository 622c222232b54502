"""Answers are kept: one by one while somebody types, together when a section is saved."""

import json
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.people import Opened
from reflect.records.responses.keys import key, place
from reflect.records.responses.sheet import Changes, Edit, Sheet, extended, sheet, written
from reflect.records.responses.tables import DRAFT, Answer, Response, Submitted

MANY = 40  # rows of single answers beside the snapshot


def add(db: Session, me: Opened, read: Sheet, edit: Edit, at: datetime) -> int:
    """Keep what was just typed as one sealed row; gives the revision it made.

    `read` was read with `lock`. Past MANY rows they are folded, so that whoever types all day
    keeps nobody waiting. Raises Submitted.
    """
    if read.loose >= MANY:
        return write(db, me, read, edit, at).response.revision
    response = _next(read, at)
    contents = json.dumps([edit.page, edit.changes]).encode()
    sealed = sealing.seal(key(response, me), contents, place(response, "answer", response.revision))
    db.add(Answer(response_id=response.id, revision=response.revision, sealed=sealed))
    db.flush()
    return response.revision


def write(db: Session, me: Opened, read: Sheet, edit: Edit, at: datetime) -> Sheet:
    """Fold snapshot, kept answers and an edit into one new snapshot; gives the sheet as it is then.

    `read` was read with `lock`. Raises Submitted.
    """
    response = _next(read, at)
    history = extended(read.history, response.revision, edit)
    fold(db, response, sealing_key=key(response, me), contents=written(history))
    return Sheet(response, history)


def save(db: Session, me: Opened, response_id: str, changes: Changes, at: datetime) -> int:
    """write() for who has not read the sheet; gives its revision. Submitted, NoResultFound."""
    read = sheet(db, me, response_id, lock=True)
    return write(db, me, read, Edit(changes), at).response.revision


def _next(read: Sheet, at: datetime) -> Response:
    """The response at its next revision; raises Submitted."""
    response = read.response
    if response.state != DRAFT:
        raise Submitted
    response.revision += 1
    response.day = at.date()
    return response


def fold(db: Session, response: Response, *, sealing_key: bytes, contents: bytes) -> None:
    """One snapshot at the response's revision instead of the kept answers."""
    at = place(response, "snapshot", response.revision)
    response.snapshot = sealing.seal(sealing_key, contents, at)
    response.snapshot_revision = response.revision
    db.execute(delete(Answer).where(Answer.response_id == response.id))
    db.flush()
