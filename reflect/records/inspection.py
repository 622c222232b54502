"""Inspection: whether what is sealed opens, by samples, telling nothing of what it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import RowMapping, Table, func, select
from sqlalchemy.orm import Session

from reflect.records.ring import KeyRing
from reflect.records.sealed import envelopes, opened
from reflect.records.sealing import Unreadable
from reflect.records.tables import metadata
from reflect.records.within import WITHIN

SAMPLE = 50  # rows of a table


@dataclass(frozen=True)
class Looked:
    """A row that was looked at, and why it does not open; empty where it does."""

    table: str
    fault: str = ""


def look(db: Session, ring: KeyRing, sample: int | None = SAMPLE) -> Iterator[Looked]:
    """Rows of each table of which a server can open something; all of them without a `sample`.

    What persons answered is not among it: that takes their own codes.
    """
    for table in metadata.sorted_tables:
        if table.name in WITHIN or envelopes(table.name):
            for row in _rows(db, table, sample):
                yield Looked(table.name, fault(db, ring, table.name, row))


def _rows(db: Session, table: Table, sample: int | None) -> Iterator[RowMapping]:
    rows = select(table)
    if sample is not None:
        rows = rows.order_by(func.random()).limit(sample)
    yield from db.execute(rows.execution_options(yield_per=SAMPLE)).mappings()


def fault(db: Session, ring: KeyRing, table: str, row: RowMapping) -> str:
    """Why a row does not open; empty where it does."""
    try:
        if table in WITHIN:
            WITHIN[table](db, ring, row)
        opened(ring, table, row)
    except Unreadable as why:
        return str(why)
    return ""
