"""`reflect work`: what has to happen by itself: close at the deadline, mail, delete at the term."""

import argparse
import sys
from datetime import datetime, timedelta
from pathlib import Path

from reflect.commands import backup, logbook, posting
from reflect.commands.instance import opened, told
from reflect.config import Config, read_config
from reflect.language import now
from reflect.questionnaire import Questionnaire
from reflect.records import backup as records
from reflect.records import expiry, releases, rotation
from reflect.records.engine import Database
from reflect.records.releases import Due
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable

SUMMARY = "close at the deadline, mail what waits, delete at the term; run it nightly"
LATE = 2  # days
MAIL = "mail what waits and nothing else; run it every minute"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--mail", action="store_true", help=MAIL)


def run(args: argparse.Namespace) -> int:
    """Do all that is due, and say how much. Refused without an instance.

    1 when mail did not go, or when the audit log is not whole.
    """
    config = read_config()
    with told():
        database = Database(config.database)
        ring = opened(config, database)
        is_well = args.mail or close_and_delete(config, database, ring, now())
        here = posting.Round(config, database, ring, now)
        posting.post(here)
        database.settle()
    late = not args.mail and _is_late(config)
    if config.sends_mail and (here.sent or not args.mail):
        print(f"Mails sent: {here.sent}.")
    return 1 if here.troubles or late or not is_well else 0


def close_and_delete(config: Config, database: Database, ring: KeyRing, at: datetime) -> bool:
    """What a night is for; whether the audit log, to which it is noted, is whole."""
    closed = close_due(config, database, ring, at)
    rotation.carry(database, ring, at)  # what was left of an interrupted `reflect keys rotate`
    with database.writing() as db:
        expiry.sweep(db, at)
        db.commit()
    told = tell(config, database, ring, at)
    print(f"Moments closed: {closed}. Told besides: {told}. What is past its term is deleted.")
    return logbook.night(database, ring, f"closed {closed}, told {told}", at)


def _is_late(config: Config) -> bool:
    """Delete the backups past their term; whether the newest is missing, or not of these days."""
    if not config.backups:
        return False
    folder = Path(config.backups)
    backup.clear(config, folder)
    newest = records.newest(folder)
    late = newest is None or newest < now().date() - timedelta(days=LATE)
    if late:
        print(f"reflect: the newest backup in {folder} is of {newest or 'no day'}", file=sys.stderr)
    return late


def tell(config: Config, database: Database, ring: KeyRing, at: datetime) -> int:
    """Tell of those who came late, of pools and of groups together what may be told; how many."""
    night = releases.Night(database, ring, config.floor, at.date())
    told = releases.tell(night)
    for fault in night.faults:
        print(f"reflect: not all could be added up: {fault}", file=sys.stderr)
    return told


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
