"""Two thousand lives of fifty steps in any order: what was acknowledged is so, and nothing else."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import os
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from reflect.app import create_app
from reflect.records.engine import Database
from reflect.records.migration import migrate
from tests.conftest import Clock
from tests.journeys.living import Life
from tests.journeys.small import Small

WANTED, STEPS = 2000, 50
LIVES = int(os.environ.get("LIVES") or WANTED)  # fewer, where there is less time
UNFINISHED = 75  # the exit status that says so


def main() -> None:
    """Print what happened in them; something that is not as promised ends it with its steps."""
    done: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/reflect.db")
        migrate(database)
        database.close()
        app = create_app(instance=Path(folder), clock=Clock())
        Life.world, Life.clock, Life.done = Small.of(app), app.extensions["reflect"].clock, done
        wishes = settings(
            max_examples=LIVES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        run_state_machine_as_test(Life, settings=wishes)
        app.extensions["reflect"].database.close()
    print("# Lives in any order\n")
    print(
        f"{LIVES} lives of up to {STEPS} steps: tabs, sessions that end, submitting, withdrawing,"
    )
    print(
        "erasing, closing, new versions. After each step all that was acknowledged is read again."
    )
    print(f"`make evidence of=model` (wanted: {WANTED} lives), {datetime.now(UTC).date()}.\n")
    print("| what was done | how often |\n|---|---:|")
    for name, often in sorted(done.items()):
        print(f"| {name} | {often} |")
    print("\nNothing was lost, came back, or changed that may not: 0 divergences.")
    sys.exit(UNFINISHED if LIVES < WANTED else 0)


if __name__ == "__main__":
    main()
