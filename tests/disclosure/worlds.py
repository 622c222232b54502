"""Random worlds of overlapping groups, and who can be solved in them under three rules.

A world is a list of steps, fixed by its seed. `trial(seed)` plays the same steps under the
ledger, under a mere threshold, and with live pages; any number of worlds is
`map(trial, range(number))`.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from reflect.disclosure import FLOOR, Entry, Ledger, key, solved
from tests.disclosure.entries import Responses, changes, classes, columns
from tests.disclosure.steps import Change, Close, Erase, Late, Play, Pool, Step, Unite

ANSWERED = {"domain:signalen": 0.97, "grade:cijfer": 0.9}
RESPONDED = {1: 0.95, 2: 0.8}  # in the training room; months later


def groups(rng: Random) -> list[list[str]]:
    """Two to six groups of 3 to 15 people; in some of them some follow a second training."""
    everyone: list[str] = []
    found = []
    for number in range(rng.randint(2, 6)):
        fresh = [f"{number}.{seat}" for seat in range(rng.randint(3, 15))]
        again = rng.sample(everyone, min(len(everyone), rng.choice((0, 0, 0, 1, 2, 6))))
        everyone += fresh
        found.append(fresh + again)
    return found


def respond(rng: Random, members: Iterable[str], rate: float) -> Responses:
    """What those who respond contribute, in the order they do; not all give every measure."""
    return {
        who: {
            name: Fraction(rng.randint(0, 8), 8)
            for name, answered in ANSWERED.items()
            if rng.random() < answered
        }
        for who in sorted(members, key=lambda _: rng.random())
        if rng.random() < rate
    }


def close(rng: Random, moment: int, members: list[str]) -> tuple[Responses, list[Step]]:
    """A group closes, at times early, less who withdrew; then late ones, perhaps an erasure."""
    early = rng.random() < 0.15
    responses = respond(rng, members, 0.5 if early else RESPONDED[moment])
    counted = {who: given for who, given in responses.items() if rng.random() < 0.95}
    steps: list[Step] = [Close(moment, counted)]
    if rng.random() < 0.5:
        steps.append(Late(moment, respond(rng, sorted({*members} - {*responses}), 0.9)))
    if rng.random() < 0.3:
        steps.append(Erase(rng.choice(members)))
    return counted, steps


def world(seed: int) -> list[Step]:
    """The steps of one world, in order: two moments, closed group by group, and what is asked."""
    rng = Random(seed)  # noqa: S311 - a world must be made again from its seed
    steps: list[Step] = []
    counted: dict[tuple[int, int], Responses] = {}
    trainings = groups(rng)
    for moment in (1, 2):
        for number in rng.sample(range(len(trainings)), len(trainings)):
            counted[moment, number], closing = close(rng, moment, trainings[number])
            steps += closing
            if moment == 2:
                steps.append(Change(counted[1, number], counted[2, number]))
            if rng.random() < 0.5:
                steps.append(Unite(moment, rng.choice((0.5, 1.0)), rng.random()))
        steps += [Unite(moment, 1.0, 0.0), Pool(moment), Unite(moment, 1.0, 0.0)]
    return steps


def played(steps: Iterable[Step], ledger: Ledger) -> Play:
    """A world's steps, played under a rule."""
    play = Play(ledger)
    for step in steps:
        step.play(play)
    return play


class Threshold(Ledger):
    """The rule that is not enough: any set of five people or more."""

    def accepts(self, entry: Entry) -> bool:
        return len({subject for _, subject in entry.coefficients}) >= FLOOR


def live(steps: Iterable[Step], seed: int) -> list[Entry]:
    """What live pages tell from five people on: groups as they fill, all together, changes."""
    rng = Random(seed)  # noqa: S311 - a world must be made again from its seed
    told = []
    totals: defaultdict[str, dict[str, Fraction]] = defaultdict(dict)
    for step in steps:
        if isinstance(step, Change):
            told += changes(step.first, step.second)
        if isinstance(step, Close):
            for name, column in columns(step.responses).items():
                measure, subjects = key("q", step.moment, name), list(column)
                looks = [size for size in range(1, len(subjects)) if rng.random() < 0.5]
                told += [Entry.over(measure, subjects[:size]) for size in looks]
                totals[measure] |= column
                told += [Entry.over(measure, all_) for all_ in (column, totals[measure]) if all_]
    return [entry for entry in told if Threshold().accepts(entry)]


@dataclass(frozen=True)
class Outcome:
    """What came of one world."""

    solved: int  # cells, under the ledger
    smallest: int  # the size of its smallest class; 0 when nothing was told
    threshold: int  # cells solved under a threshold
    live: int  # cells solved from live pages
    asked: int  # means of groups in which enough people gave that measure
    shown: int  # how many of these the ledger let through


def trial(seed: int) -> Outcome:
    """One world under all three rules."""
    steps = world(seed)
    kept = played(steps, Ledger())
    return Outcome(
        solved=len(solved(kept.told)),
        smallest=min(map(len, classes(kept.told)), default=0),
        threshold=len(solved(played(steps, Threshold()).told)),
        live=len(solved(live(steps, seed))),
        asked=kept.asked,
        shown=kept.shown,
    )
