"""What a worker holds after a hundred thousand requests, and how long a start takes."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import instances
import processes
import servers
from flows import begin
from visitors import Answer, Visitor, form, hidden

COUNT = int(os.environ.get("COUNT") or 100_000)  # how many requests in all
MINUTES = int(os.environ.get("MINUTES") or 24 * 60)  # how long they may take
UNFINISHED = 75  # the exit status that says that it was longer
SHARES = (0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1)  # of the requests, after which to look
STARTS = 10
AT_ONCE = 4
EACH = 4  # who takes the PDF along
KEPT = ("rss", "pss", "own")
VISITS = count(1)


class Counted(Visitor):
    """A visitor whose requests are counted with those of all others."""

    asked = count(1)
    so_far = 0

    def ask(self, path: str, fields: dict[str, str] | None = None) -> Answer:
        """One request."""
        Counted.so_far = next(self.asked)
        return super().ask(path, fields)


def main() -> None:
    """Print the figures of this machine, today."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "instance"
        (join,) = instances.furnish(place, "", instances.questionnaire())
        _tell([_started(place) for _ in range(STARTS)])
        os.environ["GUNICORN_CMD_ARGS"] = "--max-requests 0"  # as if no worker were ever replaced
        with servers.reflect(servers.free_port(), place) as server:
            for held in _looks(server, join):
                print("|", " | ".join([f"{Counted.so_far:,}", *map(_cell, held)]), "|", flush=True)
    most = {name: max(one[name] for one in held[1:]) for name in KEPT}
    print(f"\nAfter {Counted.so_far:,} requests a worker holds {most['pss']:.0f} MB at the most")
    print(f"(rss {most['rss']:.0f}, its own {most['own']:.0f}).")
    sys.exit(0 if Counted.so_far >= COUNT else UNFINISHED)


def _started(place: Path) -> tuple[float, float]:
    """Seconds to the first page, and of CPU until then."""
    with servers.reflect(servers.free_port(), place) as server:
        return server.started, processes.cpu(server.pid)


def _looks(server: servers.Server, join: str) -> Iterator[list[dict[str, float]]]:
    """What the master and then each worker hold, after more and more requests."""
    until = time.monotonic() + 60 * MINUTES
    with ThreadPoolExecutor(AT_ONCE) as visitors:
        for share in SHARES:
            ends = [(server.port, join, share * COUNT, until)] * AT_ONCE
            list(visitors.map(_come, ends))
            pids = (server.pid, *processes.children(server.pid))
            yield [processes.memory(pid) for pid in pids]


def _come(told: tuple[int, str, float, float]) -> None:
    """Visitors come one after the other, until there were so many requests or it is too late."""
    port, join, requests, until = told
    while Counted.so_far < requests and time.monotonic() < until:
        address, report, visitor = _visit(port, join)
        if next(VISITS) % EACH == 0:
            visitor.ask(f"{address}.pdf", hidden(report))


def _visit(port: int, join: str) -> tuple[str, str, Visitor]:
    """From the first page through a whole questionnaire to the report: its address and its page."""
    visitor = Counted(port)
    visitor.ask("/")
    address, here = begin(visitor, join)
    while not address.endswith("/review"):
        address, here = visitor.go(address, form(here, 1))
    address, here = visitor.go(address.replace("/review", "/submit"), hidden(here))
    return address, here, visitor


def _cell(held: dict[str, float]) -> str:
    return " / ".join(f"{held[name]:.0f}" for name in KEPT)


def _tell(starts: list[tuple[float, float]]) -> None:
    taken, cpu = zip(*starts, strict=True)
    print("# Memory, and the start\n")
    today = datetime.now(UTC).date().isoformat()
    print(f"`make evidence of=memory`, {today}, on SQLite: people who join, fill in everything and")
    print(
        f"read their report, {AT_ONCE} at once; each {EACH}th takes the PDF along. On a server as"
    )
    print("`reflect run` starts it, but for the replacement of workers after")
    print("some 5,000 requests, which is off. Other work on the machine only adds.\n")
    print(
        f"From typing `reflect run` to the first page: {min(taken):.2f} s ({min(cpu):.2f} of CPU),"
    )
    print(f"at the best of {STARTS}; {median(taken):.2f} s ({median(cpu):.2f}) in the middle.\n")
    print(
        "MB, as rss / pss / own: all that stands in memory; the same, with what is shared counted"
    )
    print("in shares; and what is shared with no other process. The workers are forked from the")
    print("master and share what it loaded, so pss is what each costs, and their sum is what all")
    print("cost; rss counts the same pages three times.\n")
    print("| requests | master | a worker | another |\n|---:|---:|---:|---:|", flush=True)


if __name__ == "__main__":
    main()
