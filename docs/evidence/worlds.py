"""Twenty thousand worlds of trainings: nobody is solved, and other rules give people away."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import sys

from reflect.commands.progress import watched
from reflect.disclosure.worlds import Outcome, trial

FIRST, COUNT = 10_000, 20_000  # other seeds than the tests of every day have


def main() -> None:
    """Print what was found; with somebody solved the exit status is 1."""
    seeds = range(FIRST, FIRST + COUNT)
    outcomes = list(watched(map(trial, seeds), COUNT))
    print("# Worlds of trainings, solved exactly\n")
    print(f"{COUNT} worlds (seeds {FIRST} to {FIRST + COUNT - 1}): two moments of two to six")
    print("overlapping groups, withdrawals, erasures, sets of who came late, pools, unions of")
    print("trainers, organisations and all, paired changes, distributions. Everything told is")
    print("decided by the code that the product runs, and then solved by exact elimination.\n")
    _tell(outcomes)
    sys.exit(any(map(_is_broken, outcomes)))


def _tell(outcomes: list[Outcome]) -> None:
    asked, shown = sum(each.asked for each in outcomes), sum(each.shown for each in outcomes)
    print("| | |\n|---|---|")
    for said, value in (
        ("worlds in which somebody is solved", sum(each.solved > 0 for each in outcomes)),
        ("the smallest class of all", min(each.smallest for each in outcomes if each.smallest)),
        ("unions that the ledger would not accept", sum(each.refused for each in outcomes)),
        ("sums told as a bound that follow from the rest", sum(each.betrayed for each in outcomes)),
        (
            "with a threshold of five instead: worlds with somebody solved",
            _share(sum(each.threshold > 0 for each in outcomes), COUNT),
        ),
        (
            "with live pages from five on: worlds with somebody solved",
            _share(sum(each.live > 0 for each in outcomes), COUNT),
        ),
        ("means of groups of five or more that were told", _share(shown, asked)),
    ):
        print(f"| {said} | {value} |")
    caught = 100 * sum(each.threshold > 0 for each in outcomes) // COUNT
    print(f"\n{COUNT} worlds, {sum(map(_is_broken, outcomes))} solved, control caught {caught} %")


def _is_broken(outcome: Outcome) -> bool:
    return bool(outcome.solved or outcome.refused or outcome.betrayed)


def _share(some: int, whole: int) -> str:
    return f"{some} of {whole}, {100 * some / whole:.1f} %"


if __name__ == "__main__":
    main()
