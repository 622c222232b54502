"""`reflect audit`: whether the audit log is whole, where it ends now, and all of it for a SIEM."""

import argparse
import json
import re
from datetime import date

from reflect.commands.instance import opened, told
from reflect.commands.logbook import printed, warn
from reflect.commands.refusal import Refused
from reflect.config import read_config
from reflect.records import audit
from reflect.records.audit.checking import Heads
from reflect.records.engine import Database, Session
from reflect.records.ring import KeyRing

SUMMARY = "verify that no line of the audit log was changed or taken off; print its heads; export"
HEAD = re.compile(r"(staff|person):([0-9]+):([0-9a-f]{64})")


def arguments(parser: argparse.ArgumentParser) -> None:
    """`verify`, `head` and `export`."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    checking = below.add_parser("verify", help="find any line that was changed, moved or taken off")
    checking.add_argument(
        "--head", action="append", default=[], metavar="HEAD", help="one that was kept elsewhere"
    )
    below.add_parser("head", help="print where each chain ends, to be kept elsewhere")
    exporting = below.add_parser("export", help="print the lines as JSON, one a line")
    exporting.add_argument(
        "--since", type=date.fromisoformat, metavar="DAY", help="from this day on, 2026-11-21"
    )


def run(args: argparse.Namespace) -> int:
    """1 when the log is not whole. Refused without an instance, or for a head that is none."""
    config = read_config()
    known = dict(_read(words) for words in getattr(args, "head", []))
    with told():
        database = Database(config.database)
        ring = opened(config, database)
        with database.reading() as db:
            status = _done(db, ring, args, known)
        database.close()
    return status


def _done(db: Session, ring: KeyRing, args: argparse.Namespace, known: Heads) -> int:
    if args.action == "verify":
        return _verified(db, ring, known)
    if args.action == "head":
        print(*printed(audit.heads(db, ring)), sep="\n")
    else:
        for line in audit.every(db, args.since):
            print(json.dumps(line.told() | {"hash": line.hash.hex()}))
    return 0


def _verified(db: Session, ring: KeyRing, known: Heads) -> int:
    faults = audit.faults(db, ring, known)
    warn(faults)
    if not faults:
        kept = list(audit.every(db))
        since = f", since {min(line.day for line in kept)}" if kept else ""
        print(f"The audit log is whole: {len(kept)} lines{since}.")
    return 1 if faults else 0


def _read(words: str) -> tuple[str, tuple[int, str]]:
    found = HEAD.fullmatch(words)
    if found is None:
        raise Refused(f"this is no head of the audit log: {words!r}")
    return found[1], (int(found[2]), found[3])
