"""The database: an engine for readers and one for writers, made in the process that uses them."""

import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock

from sqlalchemy import Connection, Engine, func, make_url, select
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session

from reflect.records import connections
from reflect.records.connections import DatabaseFault

__all__ = ["Database", "DatabaseFault", "Session", "alone"]


class Reading(Session):
    """A session that only reads: what it has read stays read."""

    def close(self) -> None:
        """Over, also where the database went away meanwhile."""
        with suppress(OperationalError):
            super().close()


class Writing(Session):
    """A session that may write; before it commits, whoever wants to know is told."""

    before_commit: Callable[[Session], None] | None = None

    def commit(self) -> None:
        """Keep what was written, for good."""
        if self.before_commit is not None:
            self.before_commit(self)
        super().commit()


class Database:
    """A place to remember, known by its URL; nothing is opened before the first question.

    Engines belong to the process that made them: after a fork the child makes its own, because
    two processes on one SQLite connection damage the file.
    """

    def __init__(self, url: str) -> None:
        """`url`: sqlite:////absolute/path.db or postgresql://user@host/name; DatabaseFault."""
        try:
            self.url = make_url(url)
        except ArgumentError:
            raise DatabaseFault("The address of the database is not a URL.") from None
        if self.url.drivername not in connections.DRIVERS:
            raise DatabaseFault(
                "The address of the database begins with sqlite:/// or postgresql://, "
                f"not with {self.url.drivername}://."
            )
        self.before_commit: Callable[[Session], None] | None = None
        self._lock = Lock()
        self._engines: tuple[int, Engine, Engine] | None = None

    def reading(self) -> Session:
        """A session that sees one snapshot and that the database itself keeps from writing."""
        return Reading(self._open()[1], autoflush=False, expire_on_commit=False)

    def writing(self) -> Session:
        """A session whose first statement takes the write lock; undone unless `db.commit()`."""
        db = Writing(self._open()[2], expire_on_commit=False)
        db.before_commit = self.before_commit
        return db

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A connection to change the tables by, one at a time; what is open at its end is kept.

        On SQLite one transaction, without foreign keys: a table that is rebuilt would take its
        children along. On PostgreSQL none is begun, and who asks for a table waits half a second,
        no longer, because everybody else waits behind. Raises DatabaseFault when the database
        cannot be reached, Held when that was not enough.
        """
        with connections.faults():
            engine = connections.writers(self.url, foreign_keys="OFF")
            try:
                with engine.connect() as connection:
                    connections.migrates(connection)
                    yield connection
                    connection.commit()
            finally:
                engine.dispose()

    def settle(self, patience: int = connections.PATIENCE) -> None:
        """What was deleted leaves SQLite's log too, where it would stand until overwritten.

        Waits so many milliseconds for readers, and others who write wait with it; then it leaves
        it for the next time. On PostgreSQL that is the vacuum's work, which runs by itself.
        """
        if self.url.get_backend_name() == "sqlite":
            connection = self._open()[2].raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute(f"PRAGMA busy_timeout={patience}")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                cursor.execute(f"PRAGMA busy_timeout={connections.STEP}")
            finally:
                connection.close()

    def close(self) -> None:
        """Let go of every connection; the next question opens them again."""
        with self._lock:
            self._let_go()

    def _open(self) -> tuple[int, Engine, Engine]:
        """Process id, readers, writers."""
        engines = self._engines
        if engines is None or engines[0] != os.getpid():
            with self._lock:
                engines = self._engines
                if engines is None or engines[0] != os.getpid():
                    self._let_go()
                    readers, writers = connections.readers(self.url), connections.writers(self.url)
                    engines = self._engines = (os.getpid(), readers, writers)
        return engines

    def _let_go(self) -> None:
        owner, *engines = self._engines or (0,)
        for engine in engines:
            engine.dispose(close=owner == os.getpid())  # never a parent's connections
        self._engines = None


def alone(db: Session | Connection, name: str) -> None:
    """Wait until nobody else does what is called `name`; held until the transaction ends.

    SQLite has one writer at a time already; PostgreSQL takes an advisory lock.
    """
    connection = db.connection() if isinstance(db, Session) else db
    if connection.dialect.name == "postgresql":
        key = zlib.crc32(name.encode())
        connection.execute(select(func.pg_advisory_xact_lock(key)))
