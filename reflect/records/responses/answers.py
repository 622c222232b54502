"""Answers are kept: one by one while somebody types, together when a section is saved."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.base import Base
from reflect.records.people import Opened
from reflect.records.responses.keys import key, place
from reflect.records.responses.sheet import Changes, Edit, Sheet, extended, sheet, written
from reflect.records.responses.tables import DRAFT, Response, Submitted

MANY = 40  # rows of single answers beside the snapshot
# Statements of the tables, built once: of all that is written, people wait for this most often.
ANSWER, RESPONSE = Base.metadata.tables["answer"], Base.metadata.tables["response"]
ADDED = insert(ANSWER)
FOLDED = delete(ANSWER).where(ANSWER.c.response_id == bindparam("response"))
CHANGED = update(RESPONSE).where(RESPONSE.c.id == bindparam("response"))


def add(db: Session, me: Opened, read: Sheet, edit: Edit, at: datetime) -> int:
    """Keep what was just typed as one sealed row; gives the revision it made.

    `read` was read with `lock`. Past MANY rows they are folded, so that whoever types all day
    keeps nobody waiting. Raises Submitted.
    """
    if read.loose >= MANY:
        return write(db, me, read, edit, at).response.revision
    response, revision = _draft(read), read.response.revision + 1
    contents = json.dumps([edit.page, edit.changes]).encode()
    sealed = sealing.seal(key(response, me), contents, place(response, "answer", revision))
    db.connection().execute(
        ADDED, {"response_id": response.id, "revision": revision, "sealed": sealed}
    )
    _change(db, response, revision=revision, day=at.date())
    return revision


def write(db: Session, me: Opened, read: Sheet, edit: Edit, at: datetime) -> Sheet:
    """Fold snapshot, kept answers and an edit into one new snapshot; gives the sheet as it is then.

    `read` was read with `lock`. Raises Submitted.
    """
    response, revision = _draft(read), read.response.revision + 1
    history = extended(read.history, revision, edit)
    fold(db, me, read, written(history), revision=revision, day=at.date())
    return Sheet(response, history)


def save(db: Session, me: Opened, response_id: str, changes: Changes, at: datetime) -> int:
    """write() for who has not read the sheet; gives its revision. Submitted, NoResultFound."""
    read = sheet(db, me, response_id, lock=True)
    return write(db, me, read, Edit(changes), at).response.revision


def fold(db: Session, me: Opened, read: Sheet, contents: bytes, **changes: Any) -> None:
    """One snapshot instead of the kept answers, and what else changes of the response with it."""
    response = read.response
    revision = changes.get("revision", response.revision)
    at = place(response, "snapshot", revision)
    sealed = sealing.seal(key(response, me), contents, at)
    _change(db, response, snapshot=sealed, snapshot_revision=revision, **changes)
    if read.loose:
        db.connection().execute(FOLDED, {"response": response.id})


def _draft(read: Sheet) -> Response:
    """The response, while it may change; raises Submitted."""
    if read.response.state != DRAFT:
        raise Submitted
    return read.response


def _change(db: Session, response: Response, **values: Any) -> None:
    """Write columns of the response, by one statement; the response at hand has them as well."""
    db.connection().execute(CHANGED, values | {"response": response.id})
    for name, value in values.items():
        setattr(response, name, value)
