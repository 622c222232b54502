"""`reflect migrate`: bring the database to the form of this version."""

import argparse

from reflect.commands.instance import brought_up, told
from reflect.config import read_config
from reflect.records.engine import Database
from reflect.records.migration import write

SUMMARY = "bring the database to the form of this version"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--write", metavar="WORDS", help="for developers: write the next migration")


def run(args: argparse.Namespace) -> int:
    """Migrate, or write a migration from the models; Refused when the database cannot be used."""
    config = read_config()
    config.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    with told():
        database = Database(config.database)
        brought_up(config, database)
        if args.write:
            print(write(database, args.write))
        database.close()
    print("The database has the form of this version.")
    return 0
