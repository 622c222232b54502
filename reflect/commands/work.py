"""`reflect work`: what has to happen by itself: close at the deadline, delete at the term."""

import argparse
import sys
from datetime import UTC, datetime

from reflect.commands.instance import opened, told
from reflect.config import Config, read_config
from reflect.questionnaire import Questionnaire
from reflect.records import expiry, releases
from reflect.records.engine import Database
from reflect.records.releases import Due
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable

SUMMARY = "close what has reached its deadline, delete what has reached its term; run it nightly"


def arguments(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every command is handed them
    """Do all that is due, and say how much; Refused when the instance cannot be used."""
    config, at = read_config(), datetime.now(UTC)
    with told():
        database = Database(config.database)
        closed = close_due(config, database, opened(config, database), at)
        with database.writing() as db:
            expiry.sweep(db, at)
            db.commit()
        database.settle()
    print(f"Moments closed: {closed}. What is past its term is deleted.")
    return 0


def close_due(config: Config, database: Database, ring: KeyRing, at: datetime) -> int:
    """Close the moments whose deadline has passed, and those that were interrupted; how many."""
    with database.reading() as db:
        waiting = releases.due(db, at)
    return sum(_close(config, database, ring, one, at) for one in waiting)


def _close(config: Config, database: Database, ring: KeyRing, one: Due, at: datetime) -> bool:
    """Close one moment; what cannot be read keeps nobody else waiting."""
    rules = releases.rules(Questionnaire.from_json(one.definition), one.phase, config.floor)
    try:
        return releases.close(database, ring, one.moment_id, rules, at).closes
    except Unreadable as fault:
        print(f"reflect: a moment cannot be closed: {fault}", file=sys.stderr)
        return False
