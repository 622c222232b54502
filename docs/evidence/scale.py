"""Four servers at one PostgreSQL behind nginx: killed and restarted in turn, under load."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from reflect.commands.progress import watched
from tests.databases import running
from tests.journeys.fleet import Fleet, Part, fleet
from tests.journeys.sending import Failed

ROUNDS = int(os.environ.get("ROUNDS") or 4)  # of killing each server once, and restarting each
SERVERS, VISITORS = 4, 8


@dataclass
class Row:
    """What was done so often, and what came of it."""

    name: str
    events: int = 0
    requests: int = 0
    cut: int = 0  # that the killed server was at
    failed: list[Failed] = field(default_factory=list)
    slowest: float = 0.0  # seconds


def main() -> None:
    """Whatever failed, was lost or doubled gives the exit status 1."""
    began = time.monotonic()
    killed, restarted = Row("killed by `kill -9`"), Row("restarted by SIGTERM")
    control = _control()
    with running() as (folder, database):
        with fleet(folder, database, size=SERVERS, visitors=VISITORS) as here:
            for _ in watched(range(ROUNDS), ROUNDS):
                for part in here.parts:
                    _noted(killed, here, here.kill, part)
                for part in here.parts:
                    _noted(restarted, here, here.restart, part)
            here.people.end()
            lost, doubled = here.people.lost(), here.people.doubled()
        found = (len(lost), len(doubled), time.monotonic() - began)
        _tell([killed, restarted, control], here.people.promised, *found)
    sys.exit(1 if killed.failed or restarted.failed or lost or doubled else 0)


def _control() -> Row:
    """The same restarts of servers that leave as gunicorn does by itself."""
    row = Row("the control: restarted, leaving as gunicorn does by itself")
    with (
        running() as (folder, database),
        fleet(folder, database, size=2, visitors=VISITORS, is_control=True) as here,
    ):
        for part in here.parts * ROUNDS:
            _noted(row, here, here.restart, part)
    return row


def _noted(row: Row, here: Fleet, do: Callable[[Part], list[Failed]], part: Part) -> None:
    people = here.people
    requests, cut = len(people.took), len(people.failed)
    failed = do(part)
    row.events += 1
    row.requests += len(people.took) - requests
    row.cut += len(people.failed) - cut - len(failed)
    row.failed += failed
    row.slowest = max(row.slowest, *people.took[requests:])


def _tell(rows: list[Row], promised: int, lost: int, doubled: int, seconds: float) -> None:
    words = ["git", "describe", "--always", "--dirty"]
    code = subprocess.check_output(words, text=True).strip()  # noqa: S603 - our own words
    print(f"{ABOUT}\n")
    print(f"`make evidence of=scale`, {datetime.now(UTC).date()}, {code}, {seconds:.0f} seconds.\n")
    print("| | times | requests meanwhile | cut off | failed otherwise | slowest, seconds |")
    print("|---|---:|---:|---:|---:|---:|")
    for row in rows:
        counts = f"{row.events} | {row.requests} | {row.cut} | {len(row.failed)}"
        print(f"| {row.name} | {counts} | {row.slowest:.1f} |")
    print(f"\n{MEANS}\n")
    for one in [each for row in rows[:2] for each in row.failed][:10]:
        print(f"    {one}")
    events = sum(row.events for row in rows[:2])
    print(
        f"{events} servers gone and back, {promised} acknowledged, {lost} lost, {doubled} doubled"
    )


ABOUT = f"""# Many servers, one database

{SERVERS} servers of one process and two threads each, at ports of their own, behind nginx as
[nginx.conf](../nginx.conf) has it, on one PostgreSQL, on two busy cores. {VISITORS} people at
a time join a group, begin, have answers saved while they type, save a section, change answers and
send in; what fails is sent again word for word, as pages do. Meanwhile each server in turn is
killed, and comes back; then each is restarted. Afterwards everything that was acknowledged is read
with its owner's own key, and people, memberships, responses and contributions are counted."""
MEANS = """*Cut off* are the requests that a killed server was at: nginx does not send a form
twice. A request that meets a server on its way out waits a second, and goes to another. The control
are two servers that leave as gunicorn does by itself: it resets what stood in its queue."""


if __name__ == "__main__":
    main()
