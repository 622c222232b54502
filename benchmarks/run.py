"""`make bench`: measure Reflect beside a bare Flask app, print the figures, keep nothing."""

import argparse
import os
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import closing
import definitions
import figures
import instances
import pictures
import printing
import processes
import servers
import short
from flows import REQUESTS
from load import Stretch, Taken, measured
from servers import Server

Rounds = tuple[list[Taken], list[Taken]]
ROUNDS = 3  # turn by turn with the bare app, so that what else the machine does meets both
STARTS = 3  # and one that stays; the first of them compiles
AT_ONCE = (1, 8)
WARMING = 8  # whole responses before anything counts
# what is measured: its way and the bare way beside it, and the steps of a round by visitors
MEASURED = (
    ("section page", ("page", "bare_page"), {1: 96, 8: 192}),
    ("answer saved", ("answer", "bare_section"), {1: 64, 8: 128}),
    ("section saved", ("section", "bare_section"), {1: 64, 8: 128}),
    ("whole response", ("whole", "bare_whole"), {1: 3, 8: 8}),
)
FIVE = {1: 4, 8: 24, 32: 32}  # questionnaires of five pages filled in, a round, by visitors


@dataclass(frozen=True)
class Pair:
    """Reflect and the bare app, both running, and where to join."""

    ours: Server
    bare: Server
    join: str


def main() -> None:
    """Measure, and print as it goes."""
    parser = argparse.ArgumentParser(description="Measure Reflect beside a bare Flask app.")
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL, not on SQLite")
    on_postgres = parser.parse_args().postgres
    with TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        place = Path(folder)
        database = instances.postgres(place) if on_postgres else nullcontext("")
        with database as url:
            _measure(place, url)


def _measure(place: Path, url: str) -> None:
    wanted = instances.questionnaire(), short.questionnaire()
    joins = instances.furnish(place / "instance", url, *wanted)
    with ExitStack() as until_the_end:
        pair = _pair(place, url, joins[0], until_the_end)
        print(figures.COLUMNS)
        for name, ways, steps in MEASURED:
            for visitors in AT_ONCE:
                rounds = _beside(pair, ways, visitors, steps[visitors])
                print(figures.line(name, visitors, *map(figures.cost, rounds)), flush=True)
        _fill_in(replace(pair, join=joins[1]))
        for name, server in (("Reflect", pair.ours), ("the bare app", pair.bare)):
            held = [processes.memory(worker) for worker in processes.children(server.pid)]
            print(figures.memory(name, held))
    print(figures.report(printing.measured()))
    print(*definitions.lines(definitions.measured()), sep="\n")
    for told in (*pictures.lines(pictures.measured()), *closing.lines()):
        print(told, flush=True)


def _fill_in(pair: Pair) -> None:
    """Five pages filled in and sent in, after a while in which nothing counts."""
    ways = "five", "bare_five"
    _beside(pair, ways, max(AT_ONCE), WARMING * REQUESTS)
    print(figures.RATES)
    for visitors, filled in FIVE.items():
        rounds = _beside(pair, ways, visitors, filled * REQUESTS)
        print(figures.rates(visitors, *map(figures.rate, rounds)), flush=True)


def _pair(place: Path, url: str, join: str, until_the_end: ExitStack) -> Pair:
    """Both servers, each having answered everything once; what starting Reflect took is told."""
    port, instance, starts = servers.free_port(), place / "instance", []
    for _ in range(STARTS):
        with servers.reflect(port, instance, url) as server:
            starts.append(server.started)
    ours = until_the_end.enter_context(servers.reflect(port, instance, url))
    print(figures.start([*starts, ours.started], processes.cpu(ours.pid)))
    bare = servers.bare(servers.free_port(), place / "bare.db")
    pair = Pair(ours, until_the_end.enter_context(bare), join)
    _beside(pair, ("whole", "bare_whole"), max(AT_ONCE), WARMING)
    return pair


def _beside(pair: Pair, ways: tuple[str, str], visitors: int, steps: int) -> Rounds:
    """What the steps took on each of the two."""
    rounds: Rounds = ([], [])
    for _ in range(ROUNDS):
        for way, server, taken in zip(ways, (pair.ours, pair.bare), rounds, strict=True):
            stretch = Stretch(way, server.port, server.pid, pair.join, visitors, steps)
            taken.append(measured(stretch))
    return rounds


if __name__ == "__main__":
    main()
