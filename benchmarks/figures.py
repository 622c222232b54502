"""Figures as they are printed: medians over the rounds, a table, and lines below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median, quantiles

import printing
from load import Taken

COLUMNS = (
    f"{'milliseconds':24}{'at once':>8}{'p50':>9}{'p95':>9}{'CPU':>8}"
    f"{'bare p50':>11}{'CPU':>8}{'ratio':>8}"
)


@dataclass(frozen=True)
class Cost:
    """What a step costs, in ms: half of the steps and 95 of 100 take no longer; server CPU."""

    p50: float
    p95: float
    cpu: float


def cost(rounds: Sequence[Taken]) -> Cost:
    """Over all rounds; the CPU is the middle one, as other work on the machine only adds."""
    times = list(chain.from_iterable(one.times for one in rounds))
    return Cost(
        p50=1000 * median(times),
        p95=1000 * quantiles(times, n=20, method="inclusive")[-1],
        cpu=1000 * median(one.cpu for one in rounds),
    )


def line(name: str, visitors: int, ours: Cost, bare: Cost) -> str:
    """One step beside the bare one; the ratio is of CPU."""
    return (
        f"{name:24}{visitors:>8}{ours.p50:>9.1f}{ours.p95:>9.1f}{ours.cpu:>8.2f}"
        f"{bare.p50:>11.1f}{bare.cpu:>8.2f}{ours.cpu / bare.cpu:>7.1f}x"
    )


def report(told: dict[str, float]) -> str:
    """What printing costs."""
    warm = 1000 * told["warm"]
    return (
        f"report as PDF: {warm:.0f} ms of CPU, {warm / told['pages']:.1f} a page "
        f"({told['pages']:.0f} pages, {told['bytes'] / 1000:.0f} kB); "
        f"the first of a process {1000 * told['first']:.0f}; "
        f"{printing.MANY} reports of different answers: {told['many']:.0f} s"
    )


def start(taken: Sequence[float], cpu: float) -> str:
    """From typing `reflect run` to the first page; nothing was compiled before the first time."""
    cold, *warm = taken
    return (
        f"start to first page: {median(warm):.2f} s ({cpu:.2f} s of CPU); "
        f"the first on a machine {cold:.2f} s, as it compiles"
    )


def memory(name: str, workers: Sequence[dict[str, float]]) -> str:
    """What each worker holds after all of it; pss divides what they share."""
    held = ", ".join(f"{one['rss']:.0f} MB (pss {one['pss']:.0f})" for one in workers)
    return f"memory of the workers of {name}: {held}"
