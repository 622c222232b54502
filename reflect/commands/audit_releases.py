"""`reflect audit-releases`: whether anybody can be solved from what was told, here or in worlds."""

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from reflect.commands.instance import opened, told
from reflect.commands.progress import watched
from reflect.commands.refusal import Refused
from reflect.config import read_config
from reflect.disclosure.audit import audit
from reflect.disclosure.worlds import Outcome, trial
from reflect.records import releases
from reflect.records.engine import Database

SUMMARY = "prove that nobody can be solved from what groups were told, here or in made-up worlds"
OFTEN = 100  # worlds between two notes of how far it is


@dataclass
class Tally:
    """How far it is, and what was found."""

    seed: int
    worlds: int = 0
    solved: int = 0
    caught: int = 0
    live: int = 0

    def count(self, outcome: Outcome) -> None:
        """One world more."""
        broken = outcome.solved or outcome.refused or outcome.betrayed
        self.worlds += 1
        self.solved += bool(broken)
        self.caught += outcome.threshold > 0
        self.live += outcome.live > 0


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--worlds", type=int, metavar="N", help="so many made-up worlds instead")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the first world")
    parser.add_argument("--state", type=Path, metavar="FILE", help="stop, and go on from there")


def run(args: argparse.Namespace) -> int:
    """1 when anybody can be solved. Refused without an instance, or for a state of another run."""
    return _here() if args.worlds is None else _worlds(args.worlds, args.seed, args.state)


def _here() -> int:
    config = read_config()
    with told():
        database = Database(config.database)
        opened(config, database)
        with database.reading() as db:
            found = audit(releases.everything(db))
        database.close()
    for measure in found.solved:
        print(f"{measure}: somebody's value follows from what was told")
    for measure in found.small:
        print(f"{measure}: fewer than five people stand apart")
    print(f"{found.entries} sums about {found.cells} values, on {len(found.solved)} one is solved")
    return 1 if found.solved or found.small else 0


def _worlds(number: int, seed: int, state: Path | None) -> int:
    tally = _begun(seed, state)
    for outcome in watched(map(trial, _left(tally, number)), number):
        tally.count(outcome)
        if state and (tally.worlds % OFTEN == 0 or tally.worlds >= number):
            state.write_text(json.dumps(asdict(tally)), "utf-8")
    share = 100 * tally.caught // max(tally.worlds, 1)
    print(f"live pages give somebody away in {100 * tally.live // max(tally.worlds, 1)} % of them")
    print(f"{tally.worlds} worlds, {tally.solved} solved, control caught {share} %")
    return 1 if tally.solved else 0


def _left(tally: Tally, number: int) -> Iterable[int]:
    return range(tally.seed + tally.worlds, tally.seed + number)


def _begun(seed: int, state: Path | None) -> Tally:
    """As far as it came, by its file; from the start without one."""
    if state is None or not state.exists():
        return Tally(seed)
    try:
        tally = Tally(**json.loads(state.read_text("utf-8")))
    except (ValueError, TypeError) as fault:
        raise Refused(f"{state} does not say how far this was.") from fault
    if tally.seed != seed:
        raise Refused(f"{state} is of a run that began at seed {tally.seed}.")
    return tally
