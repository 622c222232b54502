"""An instance in the first form of the tables, as its own code left it: tests/records/first."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import create_engine, text

from reflect.records import keyfiles, migration
from reflect.records.connections import sqlite_library
from reflect.records.engine import Database

FOLDER = Path(__file__).parent / "first"
NUMBERS = count()


def note(dialect: str) -> dict[str, Any]:
    """What was so then: the keys, the codes, what somebody answered, what the group was told."""
    return json.loads((FOLDER / f"{dialect}.json").read_text("utf-8"))


@contextmanager
def in_sqlite(folder: Path) -> Iterator[Database]:
    """The first instance as a file, with its keys beside it."""
    _put_keys(folder, "sqlite")
    path = folder / "reflect.db"
    file = sqlite_library().connect(path)
    file.executescript(_script("sqlite"))
    file.close()
    yield from _lent(Database(f"sqlite:///{path}"))


@contextmanager
def in_postgres(folder: Path, server: Database) -> Iterator[Database]:
    """The first instance as a database of its own on a server, with its keys in a folder."""
    _put_keys(folder, "postgresql")
    name = f"first{next(NUMBERS)}"
    own = server.url.set(drivername="postgresql+psycopg")
    admin = create_engine(own, isolation_level="AUTOCOMMIT")
    with admin.connect() as db:
        db.execute(text(f"CREATE DATABASE {name}"))
    made = create_engine(own.set(database=name))
    with made.begin() as db:
        db.connection.driver_connection.execute(_script("postgresql"))
    made.dispose()
    yield from _lent(Database(server.url.set(database=name).render_as_string(hide_password=False)))
    with admin.connect() as db:
        db.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


def step(database: Database, revision: str) -> None:
    """To this form of the tables, from an older or a newer one."""
    config = migration.configuration()
    config.attributes["database"] = database
    with database.reading() as db:
        now = db.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    (command.upgrade if now < revision else command.downgrade)(config, revision)


def _lent(database: Database) -> Iterator[Database]:
    yield database
    database.close()


def _script(dialect: str) -> str:
    return (FOLDER / f"{dialect}.sql").read_text("utf-8")


def _put_keys(folder: Path, dialect: str) -> None:
    (folder / "keys").mkdir(mode=0o700)
    for name, key in note(dialect)["keys"].items():
        keyfiles.write(folder / "keys", name, bytes.fromhex(key))
