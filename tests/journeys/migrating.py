"""A copy of a database in an earlier form, and a migration of it that is killed on its way."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from alembic import command
from sqlalchemy import create_engine, text

from reflect.records import migration, revision
from reflect.records.engine import Database
from tests.journeys.remote import ROOT
from tests.journeys.serving import address
from tests.journeys.world import World

EARLIER = "0004"  # the form in which answers were kept first
LONGEST = 1.5  # seconds that a migration is left alone at most
LEAVE = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
MIGRATE = """
from sys import argv
from reflect.records import migration, tables
from reflect.records.engine import Database
database = Database(argv[1])
print("begun", flush=True)
migration.migrate(database)
"""


@contextmanager
def migrated_under_fire(world: World, chance: Random) -> Iterator[World]:
    """The same people in a copy that was migrated, killed while it was, and migrated again."""
    own = world.house.database
    own.close()
    with _copied(own) as copy:
        _to_earlier(copy)
        _killed(copy, chance.random() * LONGEST)
        migration.migrate(copy)
        with copy.reading() as db:
            assert revision.at_head(db)
        world.house.database = copy
        yield world
        world.house.database = own
        copy.close()


@contextmanager
def _copied(own: Database) -> Iterator[Database]:
    """A copy, for a while; nobody uses the original."""
    if own.url.get_backend_name() == "sqlite":
        whole, copy = Path(own.url.database), Path(f"{own.url.database}.copy")
        for end in ("", "-wal"):
            if (file := Path(f"{whole}{end}")).exists():
                shutil.copy(file, f"{copy}{end}")
        yield Database(f"sqlite:///{copy}")
        for file in copy.parent.glob(f"{copy.name}*"):
            file.unlink()
        return
    name = own.url.database
    engine = create_engine(own.url.set(database="template1"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(LEAVE, {"name": name})  # who was killed is still being missed there
        connection.execute(text(f'CREATE DATABASE "{name}_copy" TEMPLATE "{name}"'))
        yield Database(own.url.set(database=f"{name}_copy").render_as_string(hide_password=False))
        connection.execute(text(f'DROP DATABASE "{name}_copy" WITH (FORCE)'))
    engine.dispose()


def _to_earlier(copy: Database) -> None:
    config = migration.configuration()
    config.attributes["database"] = copy
    command.downgrade(config, EARLIER)


def _killed(copy: Database, after: float) -> None:
    """Migrate in a process of its own, which is gone so many seconds after it began."""
    process = subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", MIGRATE, address(copy)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout.readline() == b"begun\n"
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
