"""`reflect migrate`: bring the database to the form of this version."""

import argparse
import sys

from reflect.config import read_config
from reflect.records.engine import Database, DatabaseFault
from reflect.records.instance import ready
from reflect.records.migration import migrate, write
from reflect.records.ring import KeyRingFault

SUMMARY = "bring the database to the form of this version"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--write", metavar="WORDS", help="for developers: write the next migration")


def run(args: argparse.Namespace) -> int:
    """Migrate, or write a migration from the models; 1 when the database cannot be used."""
    config = read_config()
    config.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        database = Database(config.database)
        migrate(database)
        ready(database, config.keys)
        if args.write:
            print(write(database, args.write))
    except (DatabaseFault, KeyRingFault) as fault:
        print(f"reflect: {fault}", file=sys.stderr)
        return 1
    print("The database has the form of this version.")
    return 0
