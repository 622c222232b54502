"""How a connection is made and a transaction begun, on SQLite and on PostgreSQL."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from time import monotonic
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

DRIVERS = ("sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg")
OLDEST_SQLITE = (3, 51, 3)  # before it, a reset of the write-ahead log could damage the file
PATIENCE = 10_000  # milliseconds for a lock
STEP = 1  # millisecond between two looks whether a writer may begin
PRAGMAS = (
    f"busy_timeout={PATIENCE}",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "trusted_schema=OFF",
)
HELD = ("55P03", "40P01")  # what PostgreSQL says of a lock that did not come, and of a deadlock
POSTGRES = {
    "connect_timeout": 5,
    "options": "-c lock_timeout=10s -c statement_timeout=30s -c timezone=UTC",
}
BRIEF = "500ms"  # for a table: under the second after which somebody is chosen to fail
MIGRATING = (  # the lock goes with the connection
    "SET lock_timeout = '10min'",
    "SET statement_timeout = '10min'",
    f"SELECT pg_advisory_lock({zlib.crc32(b'migration')})",
    f"SET lock_timeout = '{BRIEF}'",
    "SET statement_timeout = 0",  # who rewrites a large table needs its time
)


class DatabaseFault(Exception):  # noqa: N818 - operators read it as a sentence
    """The database cannot be used; the message is one line that says why."""


class Held(DatabaseFault):
    """Somebody else held a table, or a lock, for longer than one waits: it may go later."""


@contextmanager
def faults() -> Iterator[None]:
    """What a database, or its driver that is not installed, says becomes a DatabaseFault."""
    try:
        yield
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        why = str(getattr(error, "orig", None) or error)
        kind = (
            Held if getattr(getattr(error, "orig", None), "sqlstate", "") in HELD else DatabaseFault
        )
        raise kind(" ".join(f"The database cannot be used: {why}".split())) from error


def readers(url: URL) -> Engine:
    """An engine whose transactions see one snapshot and cannot write."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, "BEGIN", "foreign_keys=ON", "query_only=ON")
    return _postgres(url).execution_options(
        isolation_level="REPEATABLE READ", postgresql_readonly=True
    )


def writers(url: URL, *, foreign_keys: str = "ON") -> Engine:
    """An engine whose transactions may write.

    On SQLite one at a time: threads wait for the one connection in order, which is quicker and
    fairer than each polling for the lock of the file; other processes meet them at that lock.
    """
    if url.get_backend_name() == "sqlite":
        one = {"pool_size": 1, "max_overflow": 0}
        pragmas = f"foreign_keys={foreign_keys}", f"busy_timeout={STEP}"
        return _sqlite(url, "BEGIN IMMEDIATE", *pragmas, **one)
    return _postgres(url)


def _postgres(url: URL) -> Engine:
    return create_engine(url, connect_args=POSTGRES, pool_pre_ping=True, hide_parameters=True)


def _sqlite(url: URL, begin: str, *pragmas: str, **pool: Any) -> Engine:
    library = sqlite_library()
    if library.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        raise DatabaseFault(
            f"SQLite {library.sqlite_version} can damage its file; {oldest} or newer is needed "
            "(pip install pysqlite3)."
        )
    engine = create_engine(
        url, module=library, hide_parameters=True, pool_reset_on_return=None, **pool
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver opens no transactions; `start` does
        for pragma in (*PRAGMAS, *pragmas):
            connection.execute(f"PRAGMA {pragma}")

    def start(connection: Any) -> None:
        until = monotonic() + PATIENCE / 1000
        while not _begun(connection.dbapi_connection, begin, until, library):
            pass  # SQLite has waited a STEP; left to itself it naps for up to 100 milliseconds

    engine.dialect.do_begin = start  # type: ignore[method-assign, assignment] # an event takes longer
    return engine


def migrates(connection: Connection) -> None:
    """Wait until nobody else migrates; on PostgreSQL then, ask for a table for half a second."""
    if connection.dialect.name == "postgresql":
        for words in MIGRATING:
            connection.exec_driver_sql(words)
        connection.commit()
    else:
        connection.begin()


def _begun(connection: Any, begin: str, until: float, library: ModuleType) -> bool:
    """Whether a transaction has begun; False while another process writes, until a moment."""
    try:
        connection.execute(begin)
    except library.OperationalError as fault:
        is_busy = fault.sqlite_errorcode & 0xFF == library.SQLITE_BUSY  # whatever it waits for
        if is_busy and monotonic() < until:
            return False
        raise
    return True


def sqlite_library() -> ModuleType:
    """The newest SQLite at hand: pysqlite3 brings its own, Python's is the system's."""
    try:
        return import_module("pysqlite3.dbapi2")
    except ImportError:
        return sqlite3
