"""`reflect backup`: one sealed file with all that is remembered, read back once it is written."""

import argparse
import sys
from datetime import timedelta
from pathlib import Path

from reflect.commands import logbook
from reflect.commands.instance import opened, told
from reflect.commands.refusal import Refused
from reflect.config import Config, read_config
from reflect.language import now
from reflect.records import backup as records
from reflect.records import terms
from reflect.records.backup import ERASED, Erasures, Made, Place, Tools
from reflect.records.engine import Database

SUMMARY = "write one sealed file with all that is remembered, and delete those past their term"
LONGEST = terms.BACKUP.count  # days: the page about privacy promises it


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("target", nargs="?", help="a folder, or a file that is not there yet")
    parser.add_argument(
        "--keep", type=int, default=LONGEST, metavar="DAYS", help=f"default and most: {LONGEST}"
    )


def run(args: argparse.Namespace) -> int:
    """1 when a sample of it does not open; Refused when it cannot be made, or nobody says where."""
    config, at = read_config(), now()
    if not 0 < args.keep <= LONGEST:
        raise Refused(f"backups are kept 1 to {LONGEST} days: {args.keep}")
    target = _target(args.target or config.backups, records.name(at))
    with told():
        database = Database(config.database)
        ring = opened(config, database)
        place = Place(database, ring, config.instance, Tools(config.postgres_tools))
        made = records.make(place, target, at)
        if not made.faults:
            logbook.noted(database, ring, "instance:backup", at)
        database.close()
    Erasures(config.erased, ring).copy(target.parent / ERASED)
    _say(made)
    if not made.faults:  # else an older one may be the one that is needed
        clear(config, target.parent, args.keep)
    return 1 if made.faults else 0


def clear(config: Config, folder: Path, days: int = LONGEST) -> None:
    """Delete what is past its term among the backups of a folder."""
    gone = records.sweep(folder, now(), timedelta(days=days))
    if gone:
        print(f"Older than {days} days, and deleted: {gone}.")
    for each in (config.erased, folder / ERASED):
        records.forget(each, now(), timedelta(days=LONGEST + 1))


def _target(wanted: str, name: str) -> Path:
    if not wanted:
        raise Refused("name a folder, or set REFLECT_BACKUPS")
    path = Path(wanted).resolve()
    return path / name if path.is_dir() else path


def _say(made: Made) -> None:
    print(f"{made.path}: {made.size} bytes, read back; {made.looked} sealed rows looked at.")
    for fault in made.faults:
        print(f"reflect: {fault}", file=sys.stderr)
