"""Belongings: every row that is about a person, in plain values and opened, for that person."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, select
from sqlalchemy.orm import Session

from reflect.records import people, recovery, reminders, sealing
from reflect.records.groups import Group, Moment
from reflect.records.instance import ledger_key
from reflect.records.organisations import pool_key
from reflect.records.people import Opened
from reflect.records.responses import Response, one
from reflect.records.responses.keys import key, place
from reflect.records.retention import RETENTION, About
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place, Unreadable
from reflect.records.tables import metadata

LINKS = frozenset(
    {"stop", "code", "tokens"}
)  # what a mail is answered by; it opens and says nothing
Row = dict[str, Any]  # column -> what JSON can hold; columns that are keys are left out
Rows = dict[str, list[Row]]  # table -> its rows


@dataclass(frozen=True)
class Asking:
    """Who asks for what is theirs, and of which response if of one."""

    db: Session
    ring: KeyRing
    me: Opened
    response: Response | None = field(default=None)

    @property
    def own(self) -> Response:
        """The response that is asked about; ValueError when none is."""
        if self.response is None:
            raise ValueError("no response is asked about")
        return self.response


def tables() -> tuple[Table, ...]:
    """The tables with rows about persons, and those about an address that they gave."""
    about = (About.PERSON, About.MAILBOX)
    return tuple(table for table in metadata.sorted_tables if RETENTION[table.name].about in about)


def of_person(db: Session, ring: KeyRing, me: Opened) -> Rows:
    """What hangs on the person and on no response."""
    asking = Asking(db, ring, me)
    return {
        table.name: _rows(asking, table, whose)
        for table in tables()
        if (whose := _of_person(asking, table)) is not None
    }


def of_response(db: Session, ring: KeyRing, me: Opened, response_id: str) -> Rows:
    """A response and what hangs on it; NoResultFound when it is another's."""
    asking = Asking(db, ring, me, one(db, me.person_id, response_id))
    return {
        table.name: _rows(asking, table, table.c[column] == response_id)
        for table in tables()
        if (column := "id" if table.name == "response" else "response_id") in table.c
    }


def _of_person(asking: Asking, table: Table) -> ColumnElement[bool] | None:
    """Which of the rows of a table are the person's; None for those that a response has."""
    if table.name == "response" or "response_id" in table.c:
        return None
    if table.name == "person":
        return table.c.id == asking.me.person_id
    if RETENTION[table.name].about is About.MAILBOX:
        column = "id" if table.name == "contact" else "contact_id"
        return table.c[column] == people.contact(asking.db, asking.me)
    if table.name == "member":
        subject = sealing.digest(ledger_key(asking.db, asking.ring), asking.me.person_id)
        return table.c.subject == subject.hex()
    return table.c.person_id == asking.me.person_id


def _rows(asking: Asking, table: Table, whose: ColumnElement[bool]) -> list[Row]:
    found = asking.db.execute(select(table).where(whose)).mappings().all()
    return [_plain(asking, table, row) for row in found]


def _plain(asking: Asking, table: Table, row: RowMapping) -> Row:
    shown = [name for name in table.c.keys() if name not in RETENTION[table.name].keys]  # noqa: SIM118 - columns are iterated as columns
    return {name: _value(asking, f"{table.name}.{name}", row) for name in shown}


def _value(asking: Asking, column: str, row: RowMapping) -> Any:
    value = row[column.partition(".")[2]]
    if column in OPENERS and value is not None:
        with suppress(Unreadable):  # one that was damaged keeps nobody from the others
            return json.loads(OPENERS[column](asking, row))
        return None
    return value.isoformat() if isinstance(value, date) else value


def _snapshot(asking: Asking, row: RowMapping) -> bytes:
    return _by_response(asking, row["snapshot"], "snapshot", row["snapshot_revision"])


def _answer(asking: Asking, row: RowMapping) -> bytes:
    return _by_response(asking, row["sealed"], "answer", row["revision"])


def _profile(asking: Asking, row: RowMapping) -> bytes:
    return _by_response(asking, row["sealed"], "profile", asking.own.revision)


def _by_response(asking: Asking, sealed: bytes, table: str, version: int) -> bytes:
    """What the key of the response opens."""
    at = place(asking.own, table, version)
    return sealing.opened(key(asking.own, asking.me), sealed, at)


def _goal(asking: Asking, row: RowMapping) -> bytes:
    at = Place("goal", row["response_id"], asking.me.person_id)
    return sealing.opened(asking.me.key, row["sealed"], at)


def _contribution(asking: Asking, row: RowMapping) -> bytes:
    moment = asking.db.get_one(Moment, row["moment_id"])
    group = asking.db.get_one(Group, moment.group_id)
    if group.wrapped_key is None:
        raise Unreadable("the key of the group was destroyed")
    secret = asking.ring.opened(group.wrapped_key, Place("group", group.id))
    at = Place("contribution", asking.own.id, moment.id, asking.own.fingerprint)
    return sealing.opened(secret, row["sealed"], at)


def _pool(asking: Asking, row: RowMapping) -> bytes:
    secret = pool_key(asking.db, asking.ring, row["organisation_id"])
    at = Place("pool", row["id"], row["response_id"], row["fingerprint"])
    return json.dumps(sealing.opened(secret, row["sealed"], at).decode()).encode()


def _contact(asking: Asking, _row: RowMapping) -> bytes:
    found = reminders.of(asking.db, asking.ring, asking.me)
    told = {"email": found.email, "language": found.language} if found else None
    return json.dumps(told).encode()


def _recovery(asking: Asking, row: RowMapping) -> bytes:
    choice = recovery.of(asking.db, asking.ring, row["person_id"])
    return json.dumps(choice.email if choice else None).encode()


def _by_ring(table: str) -> Callable[[Asking, RowMapping], bytes]:
    """What a key of the instance opens, without what would open something itself."""

    def opened(asking: Asking, row: RowMapping) -> bytes:
        whole = json.loads(asking.ring.opened(row["sealed"], Place(table, row["id"])))
        return json.dumps({name: whole[name] for name in whole.keys() - LINKS}).encode()

    return opened


OPENERS: Mapping[str, Callable[[Asking, RowMapping], bytes]] = {
    "response.snapshot": _snapshot,
    "answer.sealed": _answer,
    "profile.sealed": _profile,
    "goal.sealed": _goal,
    "contribution.sealed": _contribution,
    "pool.sealed": _pool,
    "person.sealed_contact": _contact,
    "recovery.sealed_email": _recovery,
    "contact.sealed": _by_ring("contact"),
    "outbox.sealed": _by_ring("outbox"),
}
