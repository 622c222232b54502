"""`make sample`: every picture that the documents show, of the real app and the real report."""
# ruff: noqa: INP001, T201 - a script by itself, that says what it made

import sys
from pathlib import Path

from drawing import front, professionals, trainers
from drawing.album import ALBUM, keep
from drawing.paper import pages
from drawing.studio import studio
from drawing.world import same_chance

REPORT = Path(__file__).with_name("report")
INKS = 64  # colours of a page on paper
ROOMS = (front, professionals, trainers)  # whose pictures stand in the album once they are read


def main() -> None:
    """Draw all of them, or those that are named: `make sample of="joining code"`."""
    wanted = sys.argv[1:]
    if not wanted or "report" in wanted:
        _report()
    names = [name for name in ALBUM if not wanted or name in wanted]
    if names:
        with studio() as place:
            for name in names:
                with same_chance(name):
                    drawn = ALBUM[name](place)
                print(keep(name, drawn), flush=True)


def _report() -> None:
    for name, page in pages():
        print(keep(name, page, REPORT, INKS))
        if name == "profile":
            print(keep("report", page, colours=INKS))


if __name__ == "__main__":
    main()
