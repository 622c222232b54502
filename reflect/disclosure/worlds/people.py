"""The people of a world: trainings that overlap, and what those who respond give."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from reflect.disclosure.figure import Measure

MEASURES = (
    Measure("domain:signalen", 1, 5),
    Measure("grade:cijfer", 1, 10),
    Measure("choice:fase", 0, 2),
)
ANSWERED = {"domain:signalen": 0.97, "grade:cijfer": 0.9, "choice:fase": 0.98}
POINTS = {"domain:signalen": 8, "grade:cijfer": 9, "choice:fase": 2}
AT_ONE = 0.06  # of the trainings all but nobody gives the same end of the scale

Responses = Mapping[str, Mapping[str, Fraction]]
"""Subject -> measure id -> value."""

Columns = Mapping[str, Mapping[str, Fraction]]
"""Measure id -> subject -> value."""


@dataclass(frozen=True, slots=True)
class Training:
    """A group: whose, where, and who is in it."""

    number: int
    trainer: int
    organisation: int
    members: tuple[str, ...]


def trainings(rng: Random) -> list[Training]:
    """Two to six groups of 3 to 15 people; in some of them some follow a second training."""
    everyone: list[str] = []
    found = []
    for number in range(rng.randint(2, 6)):
        fresh = [f"{number}.{seat}" for seat in range(rng.randint(3, 15))]
        again = rng.sample(everyone, min(len(everyone), rng.choice((0, 0, 0, 1, 2, 6))))
        everyone += fresh
        trainer = rng.randrange(3)
        found.append(Training(number, trainer, trainer % 2, (*fresh, *again)))
    return found


def respond(rng: Random, members: Iterable[str], rate: float) -> Responses:
    """What those who respond give, in the order they do; not all give every measure."""
    end = rng.choice((0, 1)) if rng.random() < AT_ONE else None
    return {
        who: {
            name: Fraction(rng.randint(0, points), points) if end is None else Fraction(end)
            for name, points in POINTS.items()
            if rng.random() < ANSWERED[name]
        }
        for who in sorted(members, key=lambda _: rng.random())
        if rng.random() < rate
    }


def columns(responses: Responses) -> Columns:
    """The same by measure."""
    return {
        measure.id: {
            who: given[measure.id] for who, given in responses.items() if measure.id in given
        }
        for measure in MEASURES
    }
