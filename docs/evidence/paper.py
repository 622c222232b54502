"""Forty documents of whatever blocks chance brings, through veraPDF: none breaks a rule."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.reports.chance import drawn_at_random
from tests.reports.verapdf import broken

FIRST, COUNT = 1000, 40  # other seeds than the tests of every day have
PAGE = re.compile(rb"/Type\s*/Page\b")


def main() -> None:
    """Print how many, how long, and which rules are broken; with one, the exit status is 1."""
    printed = {
        f"seed {seed}": drawn_at_random(Random(seed))  # noqa: S311 - no secret
        for seed in range(FIRST, FIRST + COUNT)
    }
    with TemporaryDirectory() as folder:
        faults = broken(printed, Path(folder))
    pages = sum(len(PAGE.findall(body)) for body in printed.values())
    print("# Documents of chance, judged by veraPDF\n")
    print(
        f"{COUNT} documents, {pages} pages, of every kind of block, with hostile and rare letters."
    )
    print("Asked of PDF/UA-1 and PDF/A-2a, by the engine that `uv.lock` names.\n")
    print(f"Documents that break a rule: {sum(map(bool, faults.values()))}.")
    _tell(faults)


def _tell(faults: Mapping[str, set[str]]) -> None:
    for name, rules in faults.items():
        for rule in sorted(rules):
            print(f"\n- {name}: {rule}")
    sys.exit(any(faults.values()))


if __name__ == "__main__":
    main()
