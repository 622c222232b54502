"""Answers are kept: one by one while somebody types, together when a section is saved."""

import json
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.base import Base
from reflect.records.people import Opened
from reflect.records.prepared import Prepared
from reflect.records.responses.keys import place
from reflect.records.responses.sheet import (
    REMEMBERED,
    Changes,
    Edit,
    Sheet,
    extended,
    sheet,
    written,
)
from reflect.records.responses.tables import DRAFT, SUBMITTED, Head, Submitted

MANY = 40  # rows of single answers beside the snapshot
ANSWER, RESPONSE = Base.metadata.tables["answer"], Base.metadata.tables["response"]
ADDED = Prepared(insert(ANSWER))
FOLDED = Prepared(delete(ANSWER).where(ANSWER.c.response_id == bindparam("response")))
CHANGED = update(RESPONSE).where(RESPONSE.c.id == bindparam("response"))
GROWN, WRITTEN, ENDED = (
    Prepared(CHANGED.values({name: bindparam(name) for name in names}))
    for names in (
        ("revision", "day"),
        ("revision", "day", "snapshot", "snapshot_revision"),
        ("state", "day", "receipt", "snapshot", "snapshot_revision"),
    )
)


def add(db: Session, read: Sheet, edit: Edit, at: datetime) -> int:
    """Keep what was just typed as one sealed row; gives the revision it made.

    `read` was read with `lock`. Past MANY rows they are folded, so that whoever types all day
    keeps nobody waiting. Raises Submitted.
    """
    if read.loose >= MANY:
        return write(db, read, edit, at).response.revision
    response, revision = _draft(read)
    contents = json.dumps([edit.page, edit.changes]).encode()
    sealed = sealing.seal(read.secret, contents, place(response, "answer", revision))
    ADDED.run(db, {"response_id": response.id, "revision": revision, "sealed": sealed})
    GROWN.run(db, {"response": response.id, "revision": revision, "day": at.date()})
    return revision


def write(db: Session, read: Sheet, edit: Edit, at: datetime) -> Sheet:
    """Fold snapshot, kept answers and an edit into one new snapshot; gives the sheet as it is then.

    `read` was read with `lock`. Raises Submitted.
    """
    response, revision = _draft(read)
    history = extended(read.history, revision, edit)
    now = replace(response, revision=revision, day=at.date())
    head = _fold(db, replace(read, response=now, history=history), WRITTEN)
    return Sheet(head, read.secret, history)


def save(db: Session, me: Opened, response_id: str, changes: Changes, at: datetime) -> int:
    """write() for who has not read the sheet; gives its revision. Submitted, NoResultFound."""
    read = sheet(db, me, response_id, lock=True)
    return write(db, read, Edit(changes), at).response.revision


def end(db: Session, read: Sheet, receipt: str, at: datetime) -> Head:
    """The response is submitted, and remembers no earlier answers; gives it as it is then."""
    ended = replace(read.response, state=SUBMITTED, day=at.date(), receipt=receipt)
    return _fold(db, replace(read, response=ended), ENDED, remembered=1)


def _fold(db: Session, now: Sheet, statement: Prepared, remembered: int = REMEMBERED) -> Head:
    """One snapshot instead of the kept answers, and what else changes of the response with it."""
    head = now.response
    at = place(head, "snapshot", head.revision)
    sealed = sealing.seal(now.secret, written(now.history, remembered=remembered), at)
    head = replace(head, snapshot=sealed, snapshot_revision=head.revision)
    statement.run(db, vars(head) | {"response": head.id})
    if now.loose:
        FOLDED.run(db, {"response": head.id})
    return head


def _draft(read: Sheet) -> tuple[Head, int]:
    """The response, while it may change, and the revision that comes next; raises Submitted."""
    if read.response.state != DRAFT:
        raise Submitted
    return read.response, read.response.revision + 1
