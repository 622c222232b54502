"""What is measured of servers: Reflect's and the bare app's, turn by turn in the same run."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import figures
import instances
import processes
import servers
import short
from figures import Cost
from load import Stretch, Taken, measured
from servers import Server

STARTS = 3  # and one that stays; the first of them compiles
AT_ONCE = (1, 8)
BUSY = 8  # how many at once the wanted figures and those of others are about
WARMING = 8  # whole questionnaires before anything counts
# what is measured: its way and the bare way beside it, and the steps of a round by visitors
STEPS = (
    ("section page", ("page", "bare_page"), {1: 96, 8: 192}),
    ("answer saved", ("answer", "bare_answer"), {1: 64, 8: 128}),
    ("section saved", ("section", "bare_section"), {1: 64, 8: 128}),
)
FIVE = ("five pages of eight", ("five", "bare_five"), {1: 4, 8: 24, 32: 32})
WHOLE = (
    ("as far as the report", ("unprinted", "bare_whole"), {8: 8}),
    ("as far as the PDF", ("whole", "bare_whole"), {1: 2, 8: 8, 32: 32}),
    ("the same, each answer saved", ("typed", "bare_typed"), {1: 1, 8: 8, 32: 32}),
)
MANNER = (
    "From joining the group through twelve sections to the report; the last rows also save each\n"
    "answer as it is given. Beside it as many pages (and answers) of the bare app, which has no\n"
    "group, no report and no PDF. p50 and p95 are of a request, in ms; CPU is of one response.\n"
)
Told = Iterator[str]
Measure = tuple[str, tuple[str, str], dict[int, int]]


@dataclass(frozen=True)
class Pair:
    """Reflect and the bare app, both running, and what is known of them."""

    ours: Server
    bare: Server
    join: str  # where the group is joined
    short: str  # and the one of the short questionnaire
    rounds: int  # turn by turn with the bare app, so that what else the machine does meets both
    starts: list[float]


@contextmanager
def pair(place: Path, url: str, rounds: int, *, starting: bool) -> Iterator[Pair]:
    """Both servers, each having answered everything; starting: started more often, to be told."""
    wanted = instances.questionnaire(), short.questionnaire()
    instance = place / "instance"
    long, brief = instances.furnish(instance, url, *wanted)
    port, starts = servers.free_port(), []
    for _ in range(STARTS if starting else 0):
        with servers.reflect(port, instance, url) as server:
            starts.append(server.started)
    with ExitStack() as until_the_end:
        ours = until_the_end.enter_context(servers.reflect(port, instance, url))
        bare = servers.bare(servers.free_port(), place / "bare.db")
        bare = until_the_end.enter_context(bare)
        yield Pair(ours, bare, long, brief, rounds, [*starts, ours.started])


def start(both: Pair) -> Told:
    """What starting took."""
    yield figures.start(both.starts, processes.cpu(both.ours.pid))


def pages(both: Pair) -> Told:
    """Single requests."""
    _warm(both, ("whole", "bare_whole"))
    yield figures.STEPS.head()
    for name, ways, steps in STEPS:
        for visitors in AT_ONCE:
            yield figures.step(name, visitors, *_beside(both, ways, visitors, steps[visitors]))


def five(both: Pair, ours: dict[str, float]) -> Told:
    """Five pages of eight statements; what is to be laid beside others goes into `ours`."""
    both = replace(both, join=both.short)
    name, ways, steps = FIVE
    _warm(both, ways)
    yield figures.FILLED.head()
    costs = {}
    for visitors, filled in steps.items():
        costs[visitors] = _beside(both, ways, visitors, filled)
        yield figures.filled(name, visitors, *costs[visitors])
    yield figures.wanted(BUSY, *costs[BUSY])
    ours |= {"rate": costs[BUSY][0].each_second, "cpu": costs[BUSY][0].cpu}
    ours["bare"] = costs[BUSY][1].each_second


def whole(both: Pair) -> Told:
    """The whole way of somebody, with and without JavaScript."""
    _warm(both, ("whole", "bare_whole"))
    yield MANNER
    yield figures.FILLED.head()
    for name, ways, steps in WHOLE:
        for visitors, filled in steps.items():
            yield figures.filled(name, visitors, *_beside(both, ways, visitors, filled))


def memory(both: Pair, ours: dict[str, float]) -> Told:
    """What the workers hold by now."""
    for name, server in (("Reflect", both.ours), ("the bare app", both.bare)):
        held = processes.memories(server.pid)
        yield figures.memory(name, held)
        if held and server is both.ours:
            ours["memory"] = max(one["rss"] for one in held)


def _warm(both: Pair, ways: tuple[str, str]) -> None:
    """A while in which nothing counts."""
    _beside(replace(both, rounds=1), ways, BUSY, WARMING)


def _beside(both: Pair, ways: tuple[str, str], visitors: int, steps: int) -> tuple[Cost, Cost]:
    """What the steps took on each of the two."""
    taken: tuple[list[Taken], list[Taken]] = ([], [])
    for _ in range(both.rounds):
        for way, server, told in zip(ways, (both.ours, both.bare), taken, strict=True):
            stretch = Stretch(way, server.port, server.pid, both.join, visitors, steps)
            told.append(measured(stretch))
    return figures.cost(taken[0]), figures.cost(taken[1])
