"""The sheet: a response with all its answers, as they are and as they were a few changes ago."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import bindparam, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.base import Base
from reflect.records.people import Opened
from reflect.records.prepared import Prepared
from reflect.records.responses.keys import key, place
from reflect.records.responses.tables import SUBMITTED, Head

Value = int | str | tuple[str, ...]
Changes = Mapping[str, Value | None]  # None: the answer was wiped
Change = tuple[
    int, Value | None, str
]  # the revision, the answer (None: wiped), the page it came from
History = dict[str, list[Change]]  # a question's changes, the newest last
Loose = tuple[int, bytes]  # an answer that was kept by itself: its revision, its envelope
REMEMBERED = 4  # changes of an answer that a draft remembers, to tell a stale page from a change


@dataclass(frozen=True)
class Edit:
    """What a page changes, and the name of that page, if it has one."""

    changes: Changes
    page: str = ""


@dataclass(frozen=True)
class Sheet:
    """A response, opened."""

    response: Head
    secret: bytes = field(repr=False)  # the key of the response
    history: History = field(repr=False)
    loose: int = 0  # answers kept one by one since the snapshot

    @cached_property
    def values(self) -> dict[str, Value]:
        """The answers as they are: question id -> value."""
        return self.at(self.response.revision)

    def at(self, revision: int) -> dict[str, Value]:
        """The answers as a page showed them that was rendered at `revision`."""
        return self.seen_by("", revision)

    def seen_by(self, page: str, revision: int) -> dict[str, Value]:
        """The answers as a page knows them that was rendered at `revision`.

        What the page itself has sent since, it knows as well, though it never heard the reply,
        as long as nothing else came after it: it was kept only because the page knew what stood
        there before.
        """
        known = {
            question: [
                one[1]
                for at, one in enumerate(changes)
                if one[0] <= revision or _is_all_of(page, changes[at:])
            ][-1:]
            for question, changes in self.history.items()
        }
        return {name: last[0] for name, last in known.items() if last and last[0] is not None}

    @property
    def is_submitted(self) -> bool:
        """Whether nothing changes any more."""
        return self.response.state == SUBMITTED

    def changed(self, question: str) -> int:
        """The revision in which this answer was last changed; 0 when never."""
        changes = self.history.get(question)
        return changes[-1][0] if changes else 0


RESPONSE, ANSWER = (Base.metadata.tables[name].c for name in ("response", "answer"))
MINE = RESPONSE.id == bindparam("id"), RESPONSE.person_id == bindparam("person")
OWN = Prepared(
    select(ANSWER.revision, ANSWER.sealed, *RESPONSE)
    .select_from(RESPONSE.id.table)
    .join(ANSWER.revision.table, ANSWER.response_id == RESPONSE.id, isouter=True)
    .where(*MINE)
    .order_by(ANSWER.revision)
)
HELD = Prepared(select(RESPONSE.revision, RESPONSE.state).where(*MINE).with_for_update())


def sheet(db: Session, me: Opened, response_id: str, *, lock: bool = False) -> Sheet:
    """The response and its answers, by one query; another's does not exist: NoResultFound.

    `lock`: nobody else changes it until the transaction ends. Raises Unreadable.
    """
    if lock and db.get_bind().dialect.name != "sqlite":
        # the row first: answers are only added by who holds it; SQLite has one writer anyway
        _held(db, me, response_id)
    rows = OWN.rows(db, _own(me, response_id))
    if not rows:
        raise NoResultFound
    response = Head(*rows[0][2:])
    answers = [(row[0], row[1]) for row in rows if row[0] is not None]
    secret = key(response, me)
    return Sheet(response, secret, _history(response, secret, answers), len(answers))


def again(db: Session, me: Opened, read: Sheet) -> Sheet:
    """A sheet that was just read, with `lock`: opened anew only if it changed meanwhile."""
    held = _held(db, me, read.response.id)
    if held == (read.response.revision, read.response.state):
        return read
    return sheet(db, me, read.response.id)


def _held(db: Session, me: Opened, response_id: str) -> tuple[int, str]:
    """Its revision and state, which nobody else changes until the transaction ends."""
    return HELD.one(db, _own(me, response_id))


def _own(me: Opened, response_id: str) -> dict[str, str]:
    return {"id": response_id, "person": me.person_id}


def written(history: History, *, remembered: int) -> bytes:
    """What a snapshot holds."""
    return json.dumps({name: changes[-remembered:] for name, changes in history.items()}).encode()


def extended(history: History, revision: int, edit: Edit) -> History:
    """The history with what a page changes after it."""
    whole = {question: list(known) for question, known in history.items()}
    _extend(whole, revision, edit)
    return whole


def _extend(history: History, revision: int, edit: Edit) -> None:
    for question, value in edit.changes.items():
        history.setdefault(question, []).append((revision, _value(value), edit.page))


def _is_all_of(page: str, changes: Iterable[Change]) -> bool:
    """Whether every one of these changes came from this page."""
    return bool(page) and all(one[2] == page for one in changes)


def _history(response: Head, secret: bytes, answers: Iterable[Loose]) -> History:
    history: History = {}
    if response.snapshot is not None:
        at = place(response, "snapshot", response.snapshot_revision)
        for question, changes in json.loads(sealing.opened(secret, response.snapshot, at)).items():
            history[question] = [(one[0], _value(one[1]), one[2]) for one in changes]
    for revision, sealed in answers:
        at = place(response, "answer", revision)
        page, changes = json.loads(sealing.opened(secret, sealed, at))
        _extend(history, revision, Edit(changes, page))
    return history


def _value(value: Value | list[str] | None) -> Value | None:
    return tuple(value) if isinstance(value, list) else value
