"""The instance that a command works on, and what is said when it cannot be worked on."""

from collections.abc import Iterator
from contextlib import contextmanager

from reflect.commands.refusal import Refused
from reflect.config import Config
from reflect.questionnaire import FaultyDefinition
from reflect.records.connections import faults
from reflect.records.engine import Database, DatabaseFault
from reflect.records.instance import ready
from reflect.records.revision import at_head
from reflect.records.ring import KeyRing, KeyRingFault


@contextmanager
def told() -> Iterator[None]:
    """Whatever is wrong with the database, the keys or the definitions becomes a refusal."""
    try:
        with faults():
            yield
    except (DatabaseFault, KeyRingFault, FaultyDefinition) as fault:
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
