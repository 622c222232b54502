"""The load, in a process of its own: so many visitors take the steps of a way, all at once."""

import json
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from subprocess import run
from time import perf_counter

import fillings
import flows
import processes
from flows import Step

PATIENCE = 600  # seconds
WAYS = flows.WAYS | fillings.WAYS


@dataclass(frozen=True)
class Stretch:
    """What to do: a way on the server at a port, by so many visitors, so many steps in all."""

    way: str
    port: int
    pid: int  # of the server: its CPU is read at both ends
    join: str  # the path of the group's page
    visitors: int
    steps: int


@dataclass(frozen=True)
class Taken:
    """What it took: seconds of each request, the server's of CPU for a step, and all of it."""

    times: list[float]
    steps: int
    cpu: float
    seconds: float  # of the clock, from the first step to the end of the last


def measured(stretch: Stretch) -> Taken:
    """Let another process do it, so that this one's work is not in its way."""
    words = [sys.executable, __file__, json.dumps(asdict(stretch))]
    told = run(words, capture_output=True, check=False, text=True, timeout=PATIENCE)
    if told.returncode:
        raise RuntimeError(told.stderr)
    return Taken(**json.loads(told.stdout))


def main() -> None:
    """Do the stretch that the command line asks for, and print what it took."""
    stretch = Stretch(**json.loads(sys.argv[1]))
    share = stretch.steps // stretch.visitors
    ways = [WAYS[stretch.way](stretch.port, stretch.join) for _ in range(stretch.visitors)]
    ready = [list(islice(way, share)) for way in ways]
    before, begun = processes.cpu(stretch.pid), perf_counter()
    with ThreadPoolExecutor(stretch.visitors) as visitors:
        times = [time for taken in visitors.map(_timed, ready) for time in taken]
    seconds = perf_counter() - begun
    steps = share * stretch.visitors
    cpu = (processes.cpu(stretch.pid) - before) / steps
    print(json.dumps(asdict(Taken(times, steps, cpu, seconds))))


def _timed(steps: Sequence[Step]) -> list[float]:
    """The seconds of each request: what a visitor does between two of them is no server's."""
    times = []
    for visitor, step in steps:
        visitor.took.clear()
        step()
        times.extend(visitor.took)
    return times


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
