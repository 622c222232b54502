"""`reflect keys`: look whether the keys are right, renew them, and let go of the old ones."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from reflect.commands import logbook
from reflect.commands.instance import opened, told
from reflect.config import Config, read_config
from reflect.language import now
from reflect.records import inspection, keyfiles, retirement, rotation
from reflect.records.engine import Database
from reflect.records.instance import finish, misfits
from reflect.records.ring import KeyRing, KeyRingFault
from reflect.records.usage import usage

SUMMARY = "look whether the keys are right, renew them, let go of the old ones"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`check`, `rotate` and `retire`."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    looking = below.add_parser("check", help="whether all keys are there and open what they should")
    looking.add_argument("--all", action="store_true", help="every row, not samples")
    below.add_parser("rotate", help="a new key, and everything carried over to it; may be stopped")
    below.add_parser("retire", help="let go of older keys that nothing needs")


def run(args: argparse.Namespace) -> int:
    """1 when something is wrong, a line each; Refused without an instance or its keys."""
    config = read_config()
    with told():
        database = Database(config.database)
        try:
            if args.action == "check":
                return _check(config, database, every=args.all)
            ring = opened(config, database)
            if args.action == "rotate":
                return _rotate(config, database, ring)
            print("\n".join(_retire(config, database, ring)) or ONE)
        finally:
            database.close()
    return 0


def _retire(config: Config, database: Database, ring: KeyRing) -> list[str]:
    before = set(ring.keys)
    told = retirement.retire(database, ring, config.keys, now())
    if gone := before - set(ring.keys):
        logbook.noted(database, ring, "instance:keys-retired", now(), str(sorted(gone)))
    return told


ONE = "There is one key: `reflect keys rotate` makes a new one."


def _check(config: Config, database: Database, *, every: bool) -> int:
    faults = list(keyfiles.faults(config.keys)) or list(_unfit(config, database))
    if not faults:
        ring = opened(config, database)
        with database.reading() as db:
            looked = list(inspection.look(db, ring, None if every else inspection.SAMPLE))
            faults = _unreadable(looked)
            print("\n".join(_used(ring, usage(db))))
        print(f"Looked at {len(looked)} sealed rows: {len(looked) - sum(map(bool, faults))} open.")
    for fault in faults:
        print(f"reflect: {fault}", file=sys.stderr)
    return 1 if faults else 0


def _unfit(config: Config, database: Database) -> Iterator[str]:
    """Keys that are not of this database."""
    with database.reading() as db:
        finish(db, config.keys)
        try:
            yield from misfits(db, KeyRing.read(config.keys), config.keys)
        except KeyRingFault as fault:
            yield str(fault)


def _unreadable(looked: Iterable[inspection.Looked]) -> list[str]:
    return [f"{each.fault}: put it back from a backup." for each in looked if each.fault]


def _used(ring: KeyRing, found: Counter[tuple[int, str]]) -> Iterator[str]:
    """A line for each key."""
    for number in sorted({*ring.keys, *ring.finders}):
        made = [f"{table} {rows}" for (by, table), rows in sorted(found.items()) if by == number]
        does = "finds" if number in ring.finders else "seals" if number == ring.newest else "opens"
        yield f"Key {number} {does}: {', '.join(made) or 'nothing'}."


def _rotate(config: Config, database: Database, ring: KeyRing) -> int:
    """Finish what was begun; only where nothing was, begin anew."""
    if rotation.begun(database, ring):
        print("A rotation was not finished; it is now. For a new key, run it once more.")
    else:
        number = rotation.renew(database, ring, config.keys, now())
        file = config.keys / keyfiles.name(number)
        logbook.noted(database, ring, "instance:keys-renewed", now(), str(number))
        print(f"Key {number} is made: copy {file} to where you keep the keys.")
    carried = rotation.carry(database, ring, now())
    database.settle()
    print(f"Carried over to key {ring.newest}: {carried.rows} rows.")
    for fault in carried.faults.values():
        print(f"reflect: cannot be carried over: {fault}", file=sys.stderr)
    return 1 if carried.faults else 0
