"""Answers as somebody might give them, by chance: for the demo and for measuring."""

from collections.abc import Mapping
from random import Random

from reflect.questionnaire import Answer, AnyQuestion, Phase, Questionnaire, Step, path

LEAN = 0.62  # most people place themselves somewhat above the middle
SPREAD = 0.2
WORDS = (
    "Ik sprak het kind deze keer eerst alleen.",
    "Met een collega legde ik feiten en vermoedens naast elkaar.",
    "Ik wil vaker nagaan of een afspraak thuis echt werkt.",
)


def answers_of(
    questionnaire: Questionnaire, phase: Phase, chance: Random, part: float = 1
) -> Mapping[str, Answer]:
    """Answers to the first so-large part of the sections on the path."""
    lean = chance.gauss(LEAN, SPREAD / 2)
    given: dict[str, Answer] = {}
    done = 0
    while done < len(steps := path(questionnaire, phase, given)) * part:
        given |= _section(questionnaire, steps[done], chance, lean)
        done += 1
    return given


def _section(
    questionnaire: Questionnaire, step: Step, chance: Random, lean: float
) -> dict[str, Answer]:
    return {
        question.id: _answer(questionnaire, question, chance, lean)
        for question in step.questions
        if question.type != "passage" and (question.type != "text" or chance.random() < LEAN)
    }


def _answer(
    questionnaire: Questionnaire, question: AnyQuestion, chance: Random, lean: float
) -> Answer:
    if question.type == "scale":
        values = questionnaire.scale_of(question).values
        share = 1 - chance.gauss(lean, SPREAD) if question.reverse else chance.gauss(lean, SPREAD)
        return values[max(0, min(len(values) - 1, round(share * (len(values) - 1))))]
    if question.type == "choice":
        return chance.choice(question.options).value
    if question.type == "choices":
        return (chance.choice(question.options).value,)
    return chance.choice(WORDS)
