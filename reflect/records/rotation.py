"""Rotation: a new newest key, and whatever the older ones made is carried over to it.

Each step is a short transaction or one file, and any of them may be the last before a crash: old
and new keys open meanwhile, and whoever begins again goes on where it stopped.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import RowMapping, Table, select, update
from sqlalchemy.orm import Session

from reflect.records import keyfiles, sealing
from reflect.records.engine import Database, alone
from reflect.records.instance import RENEWING, RingKey, finish, proof
from reflect.records.keyfiles import DRAFT
from reflect.records.ring import NUMBER, PERSON, KeyRing, finder
from reflect.records.sealed import envelopes, lookups, opened
from reflect.records.sealing import Unreadable
from reflect.records.usage import stale, tables

PORTION = 50  # rows of a transaction, so that whoever saves something hardly waits


@dataclass
class Carried:
    """How many rows were carried over, and by row why one could not be, in a line."""

    rows: int = 0
    faults: dict[str, str] = field(default_factory=dict)


def renew(database: Database, ring: KeyRing, folder: Path, at: datetime) -> int:
    """A new newest key in the folder of the ring; its number.

    The database is told first what proves it, then the file gets its name: whoever starts in
    between finishes it. From then on every process that serves seals with it.
    """
    with database.writing() as db:
        alone(db, RENEWING)
        finish(db, folder)
        number, key = ring.newest + 1, sealing.key()
        draft = keyfiles.name(number, DRAFT)
        (folder / draft).unlink(missing_ok=True)  # of a crash before the database was told
        keyfiles.write(folder, draft, key)
        db.add(RingKey(number=number, proof=proof(finder(key, PERSON)), made=at.date()))
        db.commit()
    with database.reading() as db:
        finish(db, folder)
    return number


def begun(database: Database, ring: KeyRing) -> bool:
    """Whether something is left that an older key made and that can be carried over."""
    with database.reading() as db:
        rows = (select(table).where(stale(ring, table)).limit(1) for table in tables())
        return any(db.execute(each).first() is not None for each in rows)


def carry(database: Database, ring: KeyRing, at: datetime) -> Carried:
    """Carry everything over, table by table and portion by portion.

    A backup of the days in between needs the older key, so its term begins only now.
    """
    carried = Carried()
    for table in tables():
        before = -1
        while before != carried.rows:  # once more: another process may have written meanwhile
            before = carried.rows
            _through(database, ring, table, carried)
    if carried.rows:
        with database.writing() as db:
            newest = update(RingKey).where(RingKey.number == ring.newest)
            db.execute(newest.values(made=at.date()))
            db.commit()
    return carried


def _through(database: Database, ring: KeyRing, table: Table, carried: Carried) -> None:
    """Once through a table, in the order of its ids."""
    (key,) = table.primary_key
    last: Any = None
    while True:
        with database.writing() as db:
            rows = _portion(db, ring, table, last)
            for row in rows:
                values = _renewed(ring, table.name, row, carried)
                if values:
                    db.execute(update(table).where(key == row[key]).values(values))
                    carried.rows += 1
            db.commit()
        if len(rows) < PORTION:
            return
        last = rows[-1][key]


def _portion(db: Session, ring: KeyRing, table: Table, after: Any) -> Sequence[RowMapping]:
    (key,) = table.primary_key
    rows = select(table).where(stale(ring, table)).order_by(key).limit(PORTION)
    rows = rows if after is None else rows.where(key > after)
    return db.execute(rows.with_for_update()).mappings().all()


def _renewed(ring: KeyRing, table: str, row: RowMapping, carried: Carried) -> dict[str, bytes]:
    """The columns that change; none where an envelope of the row does not open."""
    try:
        contents = opened(ring, table, row)
    except Unreadable as fault:
        carried.faults[str(fault)] = str(fault)
        return {}
    newest, values = ring.newest, dict[str, bytes]()
    for name, seal in envelopes(table).items():
        if name in contents and sealing.number(row[name]) != newest:
            again = ring.wrap if seal.is_key else ring.seal
            values[name] = again(contents[name], seal.place(row))
    for name, found in lookups(table).items():
        text = found.text(contents) if found.text and row[name] is not None else ""
        if text and int.from_bytes(row[name][:NUMBER]) != newest:
            values[name] = ring.digest(found.purpose, text)
    return values
