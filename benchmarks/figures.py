"""Figures as they are printed: medians over the rounds, in tables and in lines between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median, quantiles

import printing
from load import Taken

ENOUGH = 3  # rounds, of which the middle one says something
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
    rates: tuple[float, ...]  # of each round: how many steps a second

    @property
    def each_second(self) -> float:
        """The middle one."""
        return median(self.rates)


def cost(rounds: Sequence[Taken]) -> Cost:
    """Over all rounds; CPU and rate are the middle one, as other work on the machine only adds."""
    times = list(chain.from_iterable(one.times for one in rounds))
    return Cost(
        p50=1000 * median(times),
        p95=1000 * quantiles(times, n=20, method="inclusive")[-1],
        cpu=1000 * median(one.cpu for one in rounds),
        requests=len(times) / sum(one.steps for one in rounds),
        rates=tuple(one.steps / one.seconds for one in rounds),
    )


def step(name: str, visitors: int, ours: Cost, bare: Cost) -> str:
    """One request beside the bare one; the ratio is of CPU."""
    times = ours.p50, ours.p95, ours.cpu, bare.p50, bare.cpu, ours.cpu / bare.cpu
    return STEPS.line(name, str(visitors), *(f"{one:.1f}" for one in times))


def filled(name: str, visitors: int, ours: Cost, bare: Cost) -> str:
    """Whole ones beside the bare ones; p50 and p95 of a request, the ratio of how many a second."""
    ratio = f"{median(_ratios(ours, bare)):.2f}"
    return FILLED.line(name, str(visitors), *_filled(ours), *_filled(bare), ratio)


def _ratios(ours: Cost, bare: Cost) -> list[float]:
    """Of each round by itself: both were as much in the way of what else the machine did."""
    return [one / other for one, other in zip(ours.rates, bare.rates, strict=True)]


def _filled(one: Cost) -> tuple[str, ...]:
    figures = one.each_second, one.p50, one.p95, one.cpu
    return f"{one.requests:.0f}", *(f"{figure:.1f}" for figure in figures)


def wanted(visitors: int, ours: Cost, bare: Cost) -> str:
    """Which of the figures that are wanted are met, and how far apart the rounds lay."""
    ratios = _ratios(ours, bare)
    met = {
        f"ratio {median(ratios):.2f} (at least {RATIO})": median(ratios) >= RATIO,
        f"p95 {ours.p95:.1f} ms (at most {LATE})": ours.p95 <= LATE,
        f"CPU {ours.cpu:.1f} ms (at most {COST})": ours.cpu <= COST,
    }
    is_enough = len(ratios) >= ENOUGH
    words = {True: " met", False: " not met"} if is_enough else {True: "", False: ""}
    told = "; ".join(what + words[is_met] for what, is_met in met.items())
    spread = f"ratios of {min(ratios):.2f} to {max(ratios):.2f}"
    rounds = f"{len(ratios)} rounds, {spread}" if is_enough else "too few rounds to say"
    return f"\nWanted of five pages of eight, {visitors} at once ({rounds}):\n{told}."


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
