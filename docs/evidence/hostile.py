"""A hundred thousand hostile requests as everybody: nothing breaks, nothing is given away."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from reflect.app import create_app
from reflect.commands.progress import watched
from reflect.records.engine import Database
from reflect.records.migration import migrate
from tests.house.besieging import Siege

COUNT = int(os.environ.get("COUNT") or 100_000)  # how many requests in all
MINUTES = int(os.environ.get("MINUTES") or 24 * 60)  # how long this run may take; then another one
STRETCH = 1000  # requests on one town, after which there is a new one
FIRST = 10_000  # other seeds than the tests of every day have
SO_FAR = Path(__file__).with_suffix(".json")  # what earlier runs found: a run may stop and go on
UNFINISHED = 75  # the exit status that says so


def main() -> None:
    """Go on where an earlier run stopped; what breaks or is given away ends it, and is told."""
    told = json.loads(SO_FAR.read_text("utf-8")) if SO_FAR.exists() else []
    stretches = COUNT // STRETCH
    for one in watched(_stretches(len(told), stretches), stretches - len(told)):
        told.append(one)
        SO_FAR.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    _tell(told)
    sys.exit(UNFINISHED if len(told) < stretches else 0)


def _stretches(done: int, wanted: int) -> Iterator[dict]:
    """One after the other, while there is time."""
    until, code = time.monotonic() + MINUTES * 60, _code()
    for number in range(done, wanted):
        if time.monotonic() > until:
            return
        yield _stretch(FIRST + number, code)


def _stretch(seed: int, code: str) -> dict:
    began = time.monotonic()
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/reflect.db"
        database = Database(url)
        migrate(database)
        database.close()
        app = create_app(instance=folder, database_url=url)
        siege = Siege(app, seed)
        siege.withstand(STRETCH)
        app.extensions["reflect"].database.close()
    return {
        "seed": seed,
        "day": datetime.now(UTC).date().isoformat(),
        "code": code,
        "statuses": siege.statuses,
        "seconds": round(time.monotonic() - began),
    }


def _code() -> str:
    return subprocess.check_output(["git", "describe", "--always", "--dirty"], text=True).strip()  # noqa: S607 - the git at hand


def _tell(told: list[dict]) -> None:
    statuses = Counter[str]()
    for one in told:
        statuses.update({str(status): count for status, count in one["statuses"].items()})
    print("# Hostile requests\n")
    print(f"`make evidence of=hostile` (wanted: {COUNT} requests; it may stop, and goes on later).")
    print(
        f"Each {STRETCH} besiege a new town, on SQLite: nobody, two colleagues, somebody of another"
    )
    print("group, trainers and administrators of two organisations, one whose confirmation is old")
    print("and one without a second factor. Every route and method as each of them, with naughty")
    print("strings, broken bodies, odd methods, cookies and headers, and ids of their own and of")
    print("others. What the professionals wrote is looked for in every body, unpacked.\n")
    print("| day | code | requests | seconds |\n|---|---|---:|---:|")
    for (day, code), rows in sorted(_gathered(told).items()):
        print(f"| {day} | {code} | {len(rows) * STRETCH} | {sum(one['seconds'] for one in rows)} |")
    print("\n| status | answers |\n|---|---:|")
    for status, count in sorted(statuses.items()):
        print(f"| {status} | {count} |")
    broken = sum(count for status, count in statuses.items() if status >= "5")
    print(f"\n{statuses.total()} requests, {broken} answers of 5xx, 0 words of somebody else")


def _gathered(told: list[dict]) -> dict[tuple[str, str], list[dict]]:
    rows: dict[tuple[str, str], list[dict]] = {}
    for one in told:
        rows.setdefault((one["day"], one["code"]), []).append(one)
    return rows


if __name__ == "__main__":
    main()
