"""Figures as they are printed: medians over the rounds, a table, and lines below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median, quantiles

import printing
from flows import REQUESTS
from load import Taken

COLUMNS = (
    f"{'milliseconds':24}{'at once':>8}{'p50':>9}{'p95':>9}{'CPU':>8}"
    f"{'bare p50':>11}{'CPU':>8}{'ratio':>8}"
)
RATES = (
    f"{'five pages of eight':24}{'at once':>8}{'a second':>9}{'p95':>9}{'CPU':>8}"
    f"{'bare a second':>15}{'CPU':>8}{'ratio':>8}"
)


OTHERS = 410, 560  # ms: what two other products took to print the answers to five pages of eight


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


@dataclass(frozen=True)
class Rate:
    """Questionnaires that are filled in a second; ms: server CPU of one, p95 of its requests."""

    each_second: float
    cpu: float
    p95: float


def rate(rounds: Sequence[Taken]) -> Rate:
    """The middle one of the rounds."""
    one = cost(rounds)
    each = median(len(taken.times) / REQUESTS / taken.seconds for taken in rounds)
    return Rate(each, REQUESTS * one.cpu, one.p95)


def rates(visitors: int, ours: Rate, bare: Rate) -> str:
    """Five pages filled in and sent in, beside the bare ones; the ratio is of how many a second."""
    ratio = ours.each_second / bare.each_second
    return (
        f"{'filled in, sent in':24}{visitors:>8}{ours.each_second:>9.1f}{ours.p95:>9.1f}"
        f"{ours.cpu:>8.1f}{bare.each_second:>15.1f}{bare.cpu:>8.1f}{ratio:>8.2f}"
    )


def report(told: dict[str, dict[str, float]]) -> str:
    """What printing costs; the short report beside what two other products took for theirs."""
    full, warm = told["full"], 1000 * told["short"]["warm"]
    times = " and ".join(f"{other / warm:.1f}" for other in OTHERS)
    return (
        f"report as PDF: {_printed(full)}; the first of a process {1000 * full['first']:.0f}; "
        f"{printing.MANY} reports of different answers: {full['many']:.0f} s\n"
        f"report of five pages of eight statements: {_printed(told['short'])}; two other products "
        f"took {' and '.join(map(str, OTHERS))} ms for such answers, {times} times as long"
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
        f"start to first page: {median(warm):.2f} s ({cpu:.2f} s of CPU); "
        f"the first on a machine {cold:.2f} s, as it compiles"
    )


def memory(name: str, workers: Sequence[dict[str, float]]) -> str:
    """What each worker holds after all of it; pss divides what they share."""
    held = ", ".join(f"{one['rss']:.0f} MB (pss {one['pss']:.0f})" for one in workers)
    return f"memory of the workers of {name}: {held}"
