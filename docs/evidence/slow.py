"""Four hundred slow clients at nginx, and sixty at gunicorn itself: who is answered meanwhile."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import subprocess
import sys
import time
from datetime import UTC, datetime

from tests.databases import running
from tests.journeys.dawdling import Dawdlers
from tests.journeys.fleet import Fleet, fleet
from tests.journeys.watching import NEVER, alive, slowest_but

ASKED, PAUSE = 1000, 0.02  # times whether it is alive, and seconds between them
SLOW, DIRECT = 200, 60  # of each kind at nginx; at gunicorn itself, half of each kind
CONTROL, PATIENCE = 20, 2.0  # times that gunicorn is asked directly, and seconds for an answer
BOUND = 0.250  # seconds in which 99 of 100 are answered


def main() -> None:
    """Something lost, or answers that come too late, give the exit status 1."""
    with running() as (folder, database), fleet(folder, database, size=1, visitors=2) as here:
        port, people = here.people.port, here.people
        before = _asked(port)
        with Dawdlers(port, SLOW, SLOW) as slow:
            count = len(people.took)
            during = _asked(port)
            count, shown_out = len(people.took) - count, slow.shown_out
        answered, of = _control(here)
        people.end()
        lost, failed = len(people.lost()), len(people.failed)
    p99 = slowest_but(1, during) * 1000
    print(f"{ABOUT}\n\n`make evidence of=slow`, {datetime.now(UTC).date()}, {_code()}.\n")
    print("| `/health/live` | asked | answered | p50, ms | p99, ms | slowest, ms |")
    print("|---|---:|---:|---:|---:|---:|")
    print(_row("nobody is slow", before))
    print(_row(f"{2 * SLOW} are slow", during))
    print(
        f"\nMeanwhile {count} requests of people were answered, and nginx showed out {shown_out} of"
    )
    print(
        f"the slow, who came back. The control: {DIRECT} slow clients at gunicorn itself, which is"
    )
    print(f"asked {of} times and has {PATIENCE:.0f} seconds for each: {answered} answers.\n")
    print(f"{2 * SLOW} slow clients: p99 {p99:.0f} ms, {failed} requests failed, {lost} lost")
    sys.exit(1 if lost or failed or p99 > BOUND * 1000 else 0)


ABOUT = f"""# Slow clients

One server of one process and four threads behind nginx as [nginx.conf](../nginx.conf) has it, on
two busy cores. {SLOW} clients never end the head of a request and {SLOW} never end its body: a
byte a second each; who is shown out comes back at once. Two people at a time join, fill in and send
in without a pause. Whoever watches asks whether the server is alive."""


def _code() -> str:
    words = ["git", "describe", "--always", "--dirty"]
    return subprocess.check_output(words, text=True).strip()  # noqa: S603 - our own words


def _asked(port: int) -> list[float]:
    """How long each answer took, in seconds."""
    told = []
    for _ in range(ASKED):
        told.append(alive(port))
        time.sleep(PAUSE)
    return told


def _control(here: Fleet) -> tuple[int, int]:
    """How many of so many times gunicorn answers while slow clients are at it without nginx."""
    [part] = here.parts
    here.people.end()
    with Dawdlers(part.port, DIRECT // 2, DIRECT // 2):
        time.sleep(PATIENCE)
        told = [alive(part.port, PATIENCE) for _ in range(CONTROL)]
    return sum(one < NEVER for one in told), CONTROL


def _row(name: str, told: list[float]) -> str:
    answered = sum(one < NEVER for one in told)
    times = " | ".join(f"{slowest_but(share, told) * 1000:.0f}" for share in (50, 1, 0))
    return f"| {name} | {len(told)} | {answered} | {times} |"


if __name__ == "__main__":
    main()
