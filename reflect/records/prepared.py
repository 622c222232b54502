"""Statements that every request needs: compiled once for each database, run by its own driver.

SQLAlchemy's way to the same rows takes four times as long, and people wait for these most often.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from operator import attrgetter, methodcaller
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.engine.interfaces import DBAPIModule
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.orm import Session
from sqlalchemy.sql import Delete, Insert, Select, Update
from sqlalchemy.types import TypeEngine

Statement = Select[*tuple[Any, ...]] | Insert | Update | Delete
Convert = Callable[[Any], Any]
Row = tuple[Any, ...]

FOUND, MET = methodcaller("fetchall"), attrgetter("rowcount")  # what is asked of a cursor


@dataclass(frozen=True, slots=True)
class Compiled:
    """A statement in the words of one database, and how its values and rows are told there."""

    words: str
    order: Sequence[str] | None  # of the values, where they have no names
    sent: Sequence[tuple[str, Convert]]
    found: Sequence[tuple[int, Convert]]

    def told(self, values: Mapping[str, Any]) -> Any:
        """The values as the driver takes them."""
        told = dict(values)
        for name, convert in self.sent:
            told[name] = convert(told[name])
        return told if self.order is None else [told[name] for name in self.order]


class Prepared:
    """A statement of the tables with a `bindparam` for whatever differs; none for a list."""

    def __init__(self, statement: Statement) -> None:
        """Nothing is compiled before it is first run."""
        self._statement = statement
        self._compiled: dict[str, Compiled] = {}

    def rows(self, db: Session, values: Mapping[str, Any]) -> list[Row]:
        """What it finds, in the transaction of `db`. Raises what SQLAlchemy raises."""
        compiled, rows = self._run(db, values, FOUND)
        return [_told(row, compiled.found) for row in rows] if compiled.found else rows

    def one(self, db: Session, values: Mapping[str, Any]) -> Row:
        """The only row it finds; NoResultFound."""
        (row,) = self.rows(db, values) or (None,)
        if row is None:
            raise NoResultFound
        return row

    def run(self, db: Session, values: Mapping[str, Any]) -> int:
        """Do it, in the transaction of `db`; how many rows it met."""
        _, met = self._run(db, values, MET)
        return int(met)

    def _run(self, db: Session, values: Mapping[str, Any], take: Convert) -> tuple[Compiled, Any]:
        if db.autoflush:
            db.flush()  # what the session holds back comes first, as with SQLAlchemy's own
        connection = db.connection()
        dialect = connection.dialect
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = self._compiled[dialect.name] = _compile(self._statement, dialect)
        told = compiled.told(values)
        heard = connection.engine.dispatch.before_cursor_execute
        try:
            with closing(connection.connection.cursor()) as cursor:
                heard(connection, cursor, compiled.words, told, None, False)  # noqa: FBT003 - not of many
                cursor.execute(compiled.words, told)
                return compiled, take(cursor)
        except dialect.loaded_dbapi.Error as fault:
            raise _fault(connection, compiled.words, fault) from fault


def _compile(statement: Statement, dialect: Dialect) -> Compiled:
    """The statement in the words of a database."""
    compiled = statement.compile(dialect=dialect)
    sent = [(name, _sender(bound.type, dialect)) for name, bound in compiled.binds.items()]
    columns = statement.selected_columns if isinstance(statement, Select) else ()
    found = [_finder(column.type, dialect) for column in columns]
    return Compiled(
        str(compiled),
        compiled.positiontup if compiled.positional else None,
        [(name, convert) for name, convert in sent if convert],
        [(at, convert) for at, convert in enumerate(found) if convert],
    )


def _sender(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _finder(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def _fault(connection: Connection, words: str, fault: DBAPIModule.Error) -> Exception:
    """What SQLAlchemy would say, without the values; a connection that is lost is used no more."""
    dialect, driver = connection.dialect, connection.connection.dbapi_connection
    is_lost = dialect.is_disconnect(fault, driver, None)
    if is_lost:
        connection.invalidate(fault)
    return DBAPIError.instance(
        words,
        None,
        fault,
        dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=is_lost,
        dialect=dialect,
    )


def _told(row: Row, found: Sequence[tuple[int, Convert]]) -> Row:
    told = list(row)
    for at, convert in found:
        told[at] = convert(told[at])
    return tuple(told)
