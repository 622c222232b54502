"""The instance that a command works on: made ready before, with its keys and its tables."""

from reflect.config import Config
from reflect.records.engine import Database, DatabaseFault
from reflect.records.instance import ready
from reflect.records.revision import at_head
from reflect.records.ring import KeyRing


def opened(config: Config, database: Database) -> KeyRing:
    """The keys of an instance that was made ready before. DatabaseFault, KeyRingFault."""
    if not config.instance.is_dir():
        raise DatabaseFault(
            f"There is no instance in {config.instance}: run `reflect migrate` first."
        )
    with database.reading() as db:
        if not at_head(db):
            raise DatabaseFault("The database is not of this version: run `reflect migrate` first.")
    return ready(database, config.keys)
