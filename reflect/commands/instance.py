"""The instance that a command works on, and what is said when it cannot be worked on."""

from collections.abc import Iterator
from contextlib import contextmanager

from reflect.commands import logbook
from reflect.commands.refusal import Refused
from reflect.config import Config
from reflect.language import now
from reflect.questionnaire import FaultyDefinition
from reflect.records.backup import BackupFault
from reflect.records.connections import faults
from reflect.records.engine import Database, DatabaseFault
from reflect.records.instance import ready
from reflect.records.migration import migrate
from reflect.records.revision import at_head, head
from reflect.records.ring import KeyRing, KeyRingFault


@contextmanager
def told() -> Iterator[None]:
    """Whatever is wrong with database, keys, definitions or a backup becomes a refusal."""
    try:
        with faults():
            yield
    except (DatabaseFault, KeyRingFault, BackupFault, FaultyDefinition) as fault:
        raise Refused(str(fault)) from fault


def opened(config: Config, database: Database) -> KeyRing:
    """The keys of an instance that was made ready before. DatabaseFault, KeyRingFault."""
    if not config.instance.is_dir():
        raise DatabaseFault(
            f"There is no instance in {config.instance}: run `reflect migrate` first."
        )
    with faults():
        with database.reading() as db:
            if not at_head(db):
                raise DatabaseFault(
                    "The database is not of this version: run `reflect migrate` first."
                )
        return ready(database, config.keys)


def prepare(config: Config) -> tuple[KeyRing, Database]:
    """An instance of this version: its folder, tables and keys. DatabaseFault, KeyRingFault."""
    config.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    config.instance.chmod(0o700)  # it may have come out of git, open to all
    database = Database(config.database)
    return brought_up(config, database), database


def brought_up(config: Config, database: Database) -> KeyRing:
    """The keys of a database that has the form of this version from now on, which is noted."""
    with faults(), database.reading() as db:
        is_new = not at_head(db)
    if is_new:
        migrate(database)
    ring = ready(database, config.keys)
    if is_new:
        logbook.noted(database, ring, "instance:migrated", now(), head())
    return ring
