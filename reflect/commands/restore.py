"""`reflect restore`: a backup becomes the database of an empty instance that has the keys."""

import argparse
from pathlib import Path

from reflect.commands import logbook
from reflect.commands.instance import opened, told
from reflect.commands.refusal import Refused
from reflect.config import read_config
from reflect.language import now
from reflect.records import backup
from reflect.records.backup import Place, Tools
from reflect.records.engine import Database
from reflect.records.ring import KeyRing

SUMMARY = "make a backup the database of an empty instance that has the keys"
AFTERWARDS = """Nobody is signed in, and mails that waited are dropped.
What groups were told since is not in it: such a moment is open again, and is closed anew.
Run `reflect keys check`, then `reflect run`."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("source", type=Path, help="a file that `reflect backup` wrote")


def run(args: argparse.Namespace) -> int:
    """Refused when there is a database already, when keys are missing, or it is not whole."""
    config = read_config()
    if not config.keys.is_dir():
        raise Refused(f"put your copy of the keys in {config.keys} first")
    with told():
        database, ring = Database(config.database), KeyRing.read(config.keys)
        place = Place(database, ring, config.instance, Tools(config.postgres_tools))
        restored = backup.restore(place, config.keys, args.source.resolve(), now())
        opened(config, database)  # with a log, where the backup was of a version without one
        logbook.noted(database, ring, "instance:restored", now(), f"{restored.made:%Y-%m-%d}")
        database.close()
    print(f"Restored as it was on {restored.made:%Y-%m-%d %H:%M} UTC.")
    print(f"Taken back by people since, and erased once more: {restored.erased}.")
    print(AFTERWARDS)
    return 0
