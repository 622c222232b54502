"""A thousand ways to tamper with the audit log, without its key: each is found."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import sys
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from reflect.commands.progress import watched
from reflect.records import instance
from reflect.records.engine import Database
from reflect.records.migration import migrate
from tests.records.audit.tampering import TAMPERINGS, a_log, is_found

COUNT, SEED = 1000, 1000  # another seed than the tests of every day have


def main() -> None:
    """Print how often each was done and found; with one that was missed, the status is 1."""
    chance = Random(SEED)  # noqa: S311 - no secret
    tried, found = Counter[str](), Counter[str]()
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/reflect.db")
        migrate(database)
        ring = instance.ready(database, Path(folder) / "keys")
        a_log(database, ring)
        for one in watched((chance.choice(TAMPERINGS) for _ in range(COUNT)), COUNT):
            tried[one.__name__] += 1
            found[one.__name__] += is_found(database, ring, one, chance)
        database.close()
    _tell(tried, found)
    sys.exit(tried != found)


def _tell(tried: Counter[str], found: Counter[str]) -> None:
    print("# Tampering with the audit log\n")
    print(f"{COUNT} times (seed {SEED}) something by chance was done to a log of two chains, by")
    print(
        "whoever may write the database, takes its triggers away, knows how lines are hashed, and"
    )
    print("has no key; then `reflect audit verify` was asked, and asked again with it undone.\n")
    print("| what was done | times | found |\n|---|---|---|")
    for name, times in sorted(tried.items()):
        print(f"| {name.replace('_', ' ')} | {times} | {found[name]} |")
    print(f"| all | {tried.total()} | {found.total()} |")


if __name__ == "__main__":
    main()
