"""How fast Reflect is beside a bare Flask app, on SQLite and on PostgreSQL: `make bench`, kept."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

BENCH = Path(__file__).parents[2] / "benchmarks" / "run.py"
ENOUGH = 3  # rounds of which the figure is the middle one
ROUNDS = int(os.environ.get("ROUNDS") or ENOUGH)
PARTS = "start,pages,five,whole,memory,report"  # the others have pages of their own
UNFINISHED = 75  # the exit status that says that it were fewer


def main() -> None:
    """Print the figures of this machine, today."""
    is_short = ROUNDS < ENOUGH
    print("# Speed, beside a bare Flask app and others\n")
    print(f"`make evidence of=speed`, {datetime.now(UTC).date().isoformat()}, on {_machine()};")
    print(f"commit {_commit()}. Both apps run in the same minutes, served by the same words, turn")
    print("by turn. The bare app has a page, a form token and a durable commit, always on SQLite.")
    print("CPU is the server's, in ms, the workers and what starts them, not PostgreSQL's own.")
    print("Other work on the machine only adds; the load comes from the same machine.\n")
    if is_short:
        print("**A short run, on a busy machine: these figures only show what is measured.**\n")
    print("## On SQLite\n")
    print(_bench("--of", PARTS))
    print("\n## On PostgreSQL\n")
    print(_bench("--postgres"))
    print("\nMemory after very many requests is in [memory](memory.md); pictures of a group, and")
    print("what a closing does to those who are typing, in [closing](closing.md).")
    sys.exit(UNFINISHED if is_short else 0)


def _bench(*words: str) -> str:
    """What the bench printed."""
    asked = [sys.executable, str(BENCH), "--rounds", str(ROUNDS), *words]
    return subprocess.run(asked, stdout=subprocess.PIPE, check=True, text=True).stdout.strip()  # noqa: S603 - our own words


def _machine() -> str:
    """The model of its CPU, how many cores, and the Python."""
    told = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    model = next((line.split(":")[1].strip() for line in told if line.startswith("model n")), "")
    return (
        f"{model or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )


def _commit() -> str:
    words = ["git", "describe", "--always", "--dirty=, with changes"]
    told = subprocess.run(words, stdout=subprocess.PIPE, check=True, text=True)  # noqa: S603 - our own words
    return told.stdout.strip()


if __name__ == "__main__":
    main()
