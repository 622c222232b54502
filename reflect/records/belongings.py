"""Belongings: every row that is about a person, in plain values and opened, for that person."""

import json
from contextlib import suppress
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, select
from sqlalchemy.orm import Session

from reflect.records import people, sealing
from reflect.records.instance import ledger_key
from reflect.records.openers import OPENERS, Asking
from reflect.records.people import Opened
from reflect.records.responses import one
from reflect.records.retention import RETENTION, About
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable
from reflect.records.tables import metadata

Row = dict[str, Any]  # column -> what JSON can hold; columns that are keys are left out
Rows = dict[str, list[Row]]  # table -> its rows


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
