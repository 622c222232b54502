"""`make bench`: measure Reflect beside a bare Flask app, print the figures, keep nothing."""

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

import closing
import definitions
import figures
import instances
import others
import pictures
import printing
import serving
from serving import Pair

Ours = dict[str, float]  # what is laid beside the figures of others
Told = Iterator[str]
SERVED: dict[str, Callable[[Pair, Ours], Told]] = {
    "start": lambda both, _ours: serving.start(both),
    "pages": lambda both, _ours: serving.pages(both),
    "five": serving.five,
    "whole": lambda both, _ours: serving.whole(both),
    "memory": serving.memory,
}
ALONE = ("report", "definitions", "pictures", "closing")  # no server, and SQLite where there is one


def main() -> None:
    """Measure, and print as it goes."""
    asked = _asked()
    with TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        for told in _measured(asked, Path(folder)):
            print(told, flush=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure Reflect beside a bare Flask app.")
    parser.add_argument("--of", default="", help=f"some of {','.join((*SERVED, *ALONE))}")
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL, not on SQLite")
    parser.add_argument("--far", action="store_true", help="a million contributions as well")
    parser.add_argument(
        "--rounds", type=int, default=figures.ENOUGH, help="the figure is the middle one"
    )
    asked = parser.parse_args()
    asked.of = asked.of.split(",") if asked.of else [*SERVED, *(() if asked.postgres else ALONE)]
    if unknown := set(asked.of) - {*SERVED, *ALONE}:
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    return asked


def _measured(asked: argparse.Namespace, place: Path) -> Told:
    """What was asked for, in the order in which it is written here."""
    ours: Ours = {}
    if any(name in SERVED for name in asked.of):
        database = instances.postgres(place) if asked.postgres else nullcontext("")
        starting = "start" in asked.of
        with (
            database as url,
            serving.pair(place, url, asked.rounds, starting=starting) as both,
        ):
            for name, part in SERVED.items():
                if name in asked.of:
                    yield from part(both, ours)
                    yield ""
    for name in ALONE:
        if name in asked.of:
            yield from _alone(name, ours, far=asked.far)
            yield ""
    yield from others.lines(ours)


def _alone(name: str, ours: Ours, *, far: bool) -> Told:
    """A part that has no server."""
    match name:
        case "report":
            told = printing.measured()
            ours["report"] = 1000 * told["short"]["warm"]
            yield figures.report(told)
        case "definitions":
            yield from definitions.lines(definitions.measured())
        case "pictures":
            found = list(pictures.measured(pictures.FAR if far else pictures.SIZES))
            ours |= {f"picture {size}": time for size, time, _ in found}
            yield from pictures.lines(iter(found))
        case "closing":
            yield from closing.lines(closing.FAR if far else closing.SIZES)
    if name in ("pictures", "closing") and not far:
        yield "  (ten times as many: docs/evidence/closing.md)"


if __name__ == "__main__":
    main()
