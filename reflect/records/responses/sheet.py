"""The sheet: a response with all its answers, as they are and as they were a few changes ago."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.people import Opened
from reflect.records.responses.keys import key, place
from reflect.records.responses.tables import SUBMITTED, Answer, Response

Value = int | str | tuple[str, ...]
Changes = Mapping[str, Value | None]  # None: the answer was wiped
History = dict[str, list[tuple[int, Value | None]]]  # a question's revisions, the newest last
REMEMBERED = 4  # changes of an answer that a draft remembers, to tell a stale page from a change


@dataclass(frozen=True)
class Sheet:
    """A response, opened."""

    response: Response
    history: History = field(repr=False)

    @cached_property
    def values(self) -> dict[str, Value]:
        """The answers as they are: question id -> value."""
        return self.at(self.response.revision)

    def at(self, revision: int) -> dict[str, Value]:
        """The answers as a page showed them that was rendered at `revision`."""
        shown = {
            question: [value for changed, value in changes if changed <= revision][-1:]
            for question, changes in self.history.items()
        }
        return {name: last[0] for name, last in shown.items() if last and last[0] is not None}

    @property
    def is_submitted(self) -> bool:
        """Whether nothing changes any more."""
        return self.response.state == SUBMITTED

    def changed(self, question: str) -> int:
        """The revision in which this answer was last changed; 0 when never."""
        changes = self.history.get(question)
        return changes[-1][0] if changes else 0


OWN = (  # built once: every request asks it
    select(Response, Answer)
    .join(Answer, Answer.response_id == Response.id, isouter=True)
    .where(Response.id == bindparam("id"), Response.person_id == bindparam("person"))
    .order_by(Answer.revision)
    .execution_options(populate_existing=True)
)
HELD = select(Response.id).where(Response.id == bindparam("id")).with_for_update()


def sheet(db: Session, me: Opened, response_id: str, *, lock: bool = False) -> Sheet:
    """The response and its answers, by one query; another's does not exist: NoResultFound.

    `lock`: nobody else changes it until the transaction ends. Raises Unreadable.
    """
    own = {"id": response_id, "person": me.person_id}
    if lock:
        # the row first: answers are only added by who holds it
        db.execute(HELD, own).one()
    rows = db.execute(OWN, own).all()
    response = rows[0][0] if rows else db.scalars(OWN, own).one()
    return Sheet(response, _history(response, key(response, me), [row[1] for row in rows]))


def written(history: History, *, remembered: int = REMEMBERED) -> bytes:
    """What a snapshot holds."""
    return json.dumps({name: changes[-remembered:] for name, changes in history.items()}).encode()


def extended(history: History, revision: int, changes: Changes) -> History:
    """The history with changes after it."""
    whole = {question: list(known) for question, known in history.items()}
    _extend(whole, revision, changes)
    return whole


def _extend(history: History, revision: int, changes: Changes) -> None:
    for question, value in changes.items():
        history.setdefault(question, []).append((revision, _value(value)))


def _history(response: Response, secret: bytes, answers: Iterable[Answer | None]) -> History:
    history: History = {}
    if response.snapshot is not None:
        at = place(response, "snapshot", response.snapshot_revision)
        for question, changes in json.loads(sealing.opened(secret, response.snapshot, at)).items():
            history[question] = [(revision, _value(value)) for revision, value in changes]
    for answer in answers:
        if answer is not None:
            at = place(response, "answer", answer.revision)
            _extend(history, answer.revision, json.loads(sealing.opened(secret, answer.sealed, at)))
    return history


def _value(value: Value | list[str] | None) -> Value | None:
    return tuple(value) if isinstance(value, list) else value
