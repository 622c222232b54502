"""One world under our rule and under two that are not enough, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reflect.disclosure.audit import alike
from reflect.disclosure.ledger import Entry, Ledger
from reflect.disclosure.solver import following, solved
from reflect.disclosure.worlds.making import world
from reflect.disclosure.worlds.play import Play
from reflect.disclosure.worlds.rules import Threshold, live
from reflect.disclosure.worlds.steps import Step


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one world."""

    solved: int  # cells, under the ledger
    smallest: int  # the size of its smallest class; 0 when nothing was told
    refused: int  # unions that the ledger would not have accepted
    betrayed: int  # sums told as a bound that follow from what was told as it is
    threshold: int  # cells solved under a threshold
    live: int  # cells solved from live pages
    asked: int  # means of groups in which enough people gave that measure
    shown: int  # how many of these the ledger let through


def played(steps: Iterable[Step], ledger: Ledger) -> Play:
    """A world's steps, played under a rule."""
    play = Play(ledger)
    for step in steps:
        step.play(play)
    return play


def trial(seed: int) -> Outcome:
    """One world under all three rules."""
    steps = world(seed)
    kept, loose = played(steps, Ledger()), played(steps, Threshold())
    everything = [*kept.told, *kept.unions]
    plainly = [entry for entry in everything if not any(entry is bound for bound in kept.bounds)]
    return Outcome(
        solved=len(solved(everything)),
        smallest=min(map(len, classes(everything)), default=0),
        refused=sum(not kept.ledger.accepts(union) for union in kept.unions),
        betrayed=len(following(plainly, kept.bounds)),
        threshold=len(solved([*loose.told, *loose.unions])),
        live=len(solved(live(steps, seed))),
        asked=kept.asked,
        shown=kept.shown,
    )


def classes(told: Sequence[Entry]) -> list[set[str]]:
    """The subjects whom nothing told sets apart."""
    return [{subject for _, subject in cells} for cells in alike(told).values()]
