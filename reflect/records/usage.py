"""Which key of the ring made what: each envelope and each lookup names its number."""

from collections import Counter

from sqlalchemy import ColumnElement, LargeBinary, Table, false, func, or_, select
from sqlalchemy.orm import Session

from reflect.records.ring import NUMBER, KeyRing
from reflect.records.sealed import Envelope, Lookup, envelopes, lookups
from reflect.records.tables import metadata

Usage = Counter[tuple[int, str]]  # number of a key and table -> rows


def usage(db: Session) -> Usage:
    """How many rows each key made in each table; a row counts once for each of its columns."""
    found: Usage = Counter()
    for table in metadata.sorted_tables:
        for name, seal in (envelopes(table.name) | lookups(table.name)).items():
            number = _number(table, name, seal)
            rows = select(number, func.count()).where(number.is_not(None)).group_by(number)
            for made_by, count in db.execute(rows):
                found[int.from_bytes(made_by), table.name] += count
    return found


def tables() -> list[Table]:
    """The tables with columns that can be carried over to another key."""
    return [table for table in metadata.sorted_tables if envelopes(table.name)]


def stale(ring: KeyRing, table: Table) -> ColumnElement[bool]:
    """Which rows of a table hold something that an older key made and that can be carried over."""
    newest = ring.newest.to_bytes(NUMBER)
    told = {name: seal for name, seal in lookups(table.name).items() if seal.text is not None}
    columns = (envelopes(table.name) | told).items()
    return or_(false(), *(_number(table, name, seal) != newest for name, seal in columns))


def _number(table: Table, name: str, seal: Envelope | Lookup) -> ColumnElement[bytes]:
    """The number of the key that made a column, as bytes; empty where the column is."""
    begins = 2 if isinstance(seal, Envelope) else 1  # an envelope tells its format first
    return func.substr(table.c[name], begins, NUMBER, type_=LargeBinary)
