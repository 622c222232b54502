"""Closing a moment of up to 100,000 people, and its picture among up to a million contributions."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import closing
import pictures

CLOSED = ((500, True), (10_000, True), (500, False), (10_000, False), (100_000, False))


def main() -> None:
    """Print the figures of this machine, today."""
    print("# Closing moments of very many\n")
    print(
        f"`make evidence of=closing`, {datetime.now(UTC).date().isoformat()}, on SQLite. The page"
    )
    print(
        "of a picture is the median of thirty; an answer is saved every 20 ms by another process,"
    )
    print("alone and while the moment closes. Other work on the machine only adds.\n")
    print("| a picture among | ms | queries |\n|---|---|---|", flush=True)
    for size, time, queries in pictures.measured(pictures.FAR):
        print(f"| {size:,} contributions | {time:.1f} | {queries} |", flush=True)
    print(
        "\n| closing | seconds (CPU) | MB more | longest write, ms | answers p95, p99, ms | alone |"
    )
    print("|---|---|---|---|---|---|", flush=True)
    for size, refused in CLOSED:
        print(_row(closing.measured(size, refused=refused), refused=refused), flush=True)


def _row(taken: closing.Taken, *, refused: bool) -> str:
    one, what = taken.closed, "all refused, so pooled" if refused else "all told"
    cells = (
        f"{taken.people:,} people, {what}",
        f"{one.seconds:.1f} ({one.cpu:.1f})",
        f"{one.memory:.0f}",
        f"{one.longest:.0f}",
        *(f"{p95:.0f}, {p99:.0f}" for p95, p99 in (taken.meanwhile, taken.alone)),
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
