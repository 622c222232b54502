"""`make evidence`: run what takes too long for every day, and keep what it found beside it."""
# ruff: noqa: INP001, T201 - a script by itself, that says what it does

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
UNFINISHED = 75  # the exit status of a piece that found something, and goes on at the next run
# what a finding may depend on
READ = ("reflect", "questionnaires", "tests", "benchmarks", "docs/evidence")


def main() -> None:
    """Run the named pieces, or all: each other script here prints what it found, as Markdown.

    A piece that was run on the very same code is not run again, so a run may stop and go on.
    """
    wanted = sys.argv[1:] or sorted(file.stem for file in HERE.glob("*.py") if file.stem != "run")
    for name in wanted:
        found, mark = HERE / f"{name}.md", f"<!-- of {_fingerprint()} -->"
        if found.exists() and mark in found.read_text("utf-8"):
            print(f"{name}: found already")
            continue
        print(f"{name}: …", flush=True)
        words = [sys.executable, str(HERE / f"{name}.py")]
        told = subprocess.run(  # noqa: S603 - our own words
            words,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            check=False,
            text=True,
        )
        if told.returncode == UNFINISHED:
            mark = "<!-- not finished -->"
        else:
            told.check_returncode()
        found.write_text(f"{told.stdout.rstrip()}\n\n{mark}\n", "utf-8")
        print(told.stdout)


def _fingerprint() -> str:
    """One for all that is read."""
    digest = sha256()
    for folder in READ:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in (".py", ".po", ".json", ".java"):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    main()
