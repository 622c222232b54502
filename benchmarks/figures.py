"""Figures as they are printed: medians over the rounds, in tables and in lines between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median, quantiles

import printing
from load import Taken

NARROW = 5  # letters of a cell at the least
RATIO, LATE, COST = 0.6, 40, 12  # wanted: at least so much of the bare rate; ms at the most


@dataclass(frozen=True)
class Table:
    """Rows that a person reads in a terminal, and a page as a table of Markdown."""

    wide: int  # letters of a first cell
    columns: tuple[str, ...]

    def head(self) -> str:
        """Its first two lines."""
        first, *others = self.columns
        rules = ["-" * self.wide, *("-" * (max(NARROW, len(one)) - 1) + ":" for one in others)]
        return f"{self.line(first, *others)}\n| {' | '.join(rules)} |"

    def line(self, first: str, *others: str) -> str:
        """A row."""
        names = self.columns[1:]
        cells = (
            f"{cell:>{max(NARROW, len(name))}}" for name, cell in zip(names, others, strict=True)
        )
        return f"| {first:{self.wide}} | {' | '.join(cells)} |"


EACH = ("requests", "a second", "p50", "p95", "CPU")
STEPS = Table(13, ("ms", "at once", "p50", "p95", "CPU", "bare p50", "CPU", "CPU, x bare"))
FILLED = Table(27, ("filled in, sent in", "at once", *EACH, "bare: requests", *EACH[1:], "ratio"))


@dataclass(frozen=True)
class Cost:
    """In ms: half of the requests and 95 of 100 take no longer; the server's CPU for a step."""

    p50: float
    p95: float
    cpu: float
    requests: float  # of a step
    each_second: float  # how many steps


def cost(rounds: Sequence[Taken]) -> Cost:
    """Over all rounds; CPU and rate are the middle one, as other work on the machine only adds."""
    times = list(chain.from_iterable(one.times for one in rounds))
    return Cost(
        p50=1000 * median(times),
        p95=1000 * quantiles(times, n=20, method="inclusive")[-1],
        cpu=1000 * median(one.cpu for one in rounds),
        requests=len(times) / sum(one.steps for one in rounds),
        each_second=median(one.steps / one.seconds for one in rounds),
    )


def step(name: str, visitors: int, ours: Cost, bare: Cost) -> str:
    """One request beside the bare one; the ratio is of CPU."""
    times = ours.p50, ours.p95, ours.cpu, bare.p50, bare.cpu, ours.cpu / bare.cpu
    return STEPS.line(name, str(visitors), *(f"{one:.1f}" for one in times))


def filled(name: str, visitors: int, ours: Cost, bare: Cost) -> str:
    """Whole ones beside the bare ones; p50 and p95 of a request, the ratio of how many a second."""
    ratio = ours.each_second / bare.each_second
    return FILLED.line(name, str(visitors), *_filled(ours), *_filled(bare), f"{ratio:.2f}")


def _filled(one: Cost) -> tuple[str, ...]:
    figures = one.each_second, one.p50, one.p95, one.cpu
    return f"{one.requests:.0f}", *(f"{figure:.1f}" for figure in figures)


def wanted(visitors: int, ours: Cost, bare: Cost) -> str:
    """Which of the figures that are wanted are met."""
    ratio = ours.each_second / bare.each_second
    met = {
        f"ratio {ratio:.2f} (at least {RATIO})": ratio >= RATIO,
        f"p95 {ours.p95:.1f} ms (at most {LATE})": ours.p95 <= LATE,
        f"CPU {ours.cpu:.1f} ms (at most {COST})": ours.cpu <= COST,
    }
    told = "; ".join(f"{what} {'met' if is_met else 'not met'}" for what, is_met in met.items())
    return f"\nWanted of five pages of eight, {visitors} at once:\n{told}."


def report(told: dict[str, dict[str, float]]) -> str:
    """What printing costs."""
    full = told["full"]
    return (
        f"- report as PDF: {_printed(full)}; the first of a process {1000 * full['first']:.0f}; "
        f"{printing.MANY} reports of different answers: {told['many']['all']:.0f} s\n"
        f"- report of five pages of eight statements: {_printed(told['short'])}"
    )


def _printed(one: dict[str, float]) -> str:
    warm = 1000 * one["warm"]
    return (
        f"{warm:.0f} ms of CPU, {warm / one['pages']:.1f} a page "
        f"({one['pages']:.0f} pages, {one['bytes'] / 1000:.0f} kB)"
    )


def start(taken: Sequence[float], cpu: float) -> str:
    """From typing `reflect run` to the first page; nothing was compiled before the first time."""
    cold, *warm = taken
    return (
        f"- start to first page: {median(warm):.2f} s ({cpu:.2f} s of CPU); "
        f"the first on a machine {cold:.2f} s, as it compiles"
    )


def memory(name: str, workers: Sequence[dict[str, float]]) -> str:
    """What each worker holds after all of it; pss divides what they share."""
    held = ", ".join(f"{one['rss']:.0f} MB (pss {one['pss']:.0f})" for one in workers)
    return f"- memory of the workers of {name}: {held}"
