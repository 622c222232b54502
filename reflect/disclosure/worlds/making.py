"""A world is made from its seed: two moments of some trainings, and what happens between."""

from random import Random

from reflect.disclosure.worlds.people import Responses, Training, respond, trainings
from reflect.disclosure.worlds.steps import LAST, Close, Erase, Late, Night, Step

RESPONDED = {1: 0.95, 2: 0.9}  # in the training room; months later
EARLY = 0.2  # of closings come before most have responded
STAYS = 0.95  # of those who responded do not withdraw before closing
WHOLE = 0.3  # of trainings all respond, and nobody withdraws
NIGHTS, LATER = 0.5, 0.8  # of closings a night follows; some come late
LEAVES = 0.2  # after so many closings somebody is erased


def world(seed: int) -> list[Step]:
    """The steps of one world, in order."""
    rng = Random(seed)  # noqa: S311 - a world must be made again from its seed
    steps: list[Step] = []
    groups = trainings(rng)
    for moment in range(1, LAST + 1):
        for training in rng.sample(groups, len(groups)):
            steps += _closing(rng, moment, training)
            if rng.random() < NIGHTS:
                steps.append(Night(tuple(groups)))
        steps.append(Night(tuple(groups)))
    return steps


def _closing(rng: Random, moment: int, training: Training) -> list[Step]:
    """A group closes, at times early, less who withdrew; then late ones, perhaps an erasure."""
    is_whole = rng.random() < WHOLE
    rate = 0.5 if rng.random() < EARLY else 1.0 if is_whole else RESPONDED[moment]
    responses = respond(rng, training.members, rate)
    counted: Responses = {
        who: given for who, given in responses.items() if is_whole or rng.random() < STAYS
    }
    steps: list[Step] = [Close(training, moment, counted)]
    if rng.random() < LATER:
        absent = sorted({*training.members} - {*responses})
        steps.append(Late(training, moment, respond(rng, absent, 1.0)))
    if rng.random() < LEAVES:
        steps.append(Erase(rng.choice(training.members)))
    return steps
