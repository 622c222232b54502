"""The walk of everybody: one after the other, each forgotten once counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from random import Random

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.path import path
from reflect.questionnaire.questions.base import Answer
from reflect.questionnaire.scoring import score
from reflect.questionnaire.simulation.bots import WORD, Bot, crowd
from reflect.questionnaire.simulation.outcome import Duration, Simulation, Walk
from reflect.questionnaire.simulation.reading import Reading
from reflect.questionnaire.simulation.tally import Tally


def simulate(
    questionnaire: Questionnaire,
    people: int,
    seed: int,
    watched: Callable[[Iterator[Bot]], Iterable[Bot]] = iter,
) -> Simulation:
    """Let so many people (1 or more) walk a definition; they are taken from `watched`.

    Its rules and scales must be without fault; what is out of reach, or not translated, may be.
    """
    chance = Random(seed)  # noqa: S311 - it keeps no secret, and has to come out the same again
    tally, reading = Tally(questionnaire), Reading(questionnaire)
    taken: Counter[int] = Counter()
    longest, slowest = -1, Walk("before", {})
    for bot in watched(crowd(questionnaire, people)):
        answers = bot.answers(questionnaire, chance)
        steps = path(questionnaire, bot.way.phase, answers)
        tally.add(steps, score(questionnaire, bot.way.phase, answers))
        seconds = reading.seconds(steps, answers)
        taken[seconds] += 1
        if seconds > longest:
            longest, slowest = seconds, Walk(bot.way.phase, answers)
    return Simulation(
        questionnaire.id,
        questionnaire.version,
        people,
        seed,
        tally.unseen(),
        tally.spreads(),
        Duration(_median(taken), longest, 60 * questionnaire.minutes),
        Walk(slowest.phase, _lengthened(questionnaire, slowest.answers)),
    )


def _median(taken: Counter[int]) -> int:
    """The time of the person in the middle; of the two there, of the faster."""
    half = (taken.total() + 1) // 2
    times = sorted(taken)
    so_far = accumulate(taken[seconds] for seconds in times)
    return next(seconds for seconds, done in zip(times, so_far, strict=True) if done >= half)


def _lengthened(
    questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> Mapping[str, Answer]:
    """The answers with every text as long as it may be."""
    longer: dict[str, Answer] = dict(answers)
    for name in answers:
        question = questionnaire.questions[name]
        if question.type == "text":
            words = f"{WORD} " * (question.max_length // len(WORD) + 1)
            longer[name] = words[: question.max_length].strip()
    return longer
