"""Bots: each walks the sections in a phase and a manner; some aim at what is hard to reach."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.path import path
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import NOT_APPLICABLE, Answer
from reflect.questionnaire.questions.choices import ChoicesQuestion
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.reach import Reach, Way
from reflect.questionnaire.reach.search import PHASES

WORD = "woord"


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody answers; the shares are of the questions."""

    skips: float = 0.0
    not_applicable: float = 0.0
    leaning: float | None = None  # to one share of every scale: 0 scores lowest, 1 highest


MANNERS = (
    Manner(skips=0.05, not_applicable=0.05),
    Manner(leaning=0),
    Manner(leaning=1),
    Manner(leaning=0.5),
    Manner(skips=0.4, not_applicable=0.2),
    Manner(),
)


@dataclass(frozen=True, slots=True)
class Bot:
    """One person: where they go, how they answer, and which turn they have at lists."""

    way: Way
    manner: Manner
    turn: int

    def answers(self, questionnaire: Questionnaire, chance: Random) -> Mapping[str, Answer]:
        """What they answer to all that they are asked."""
        given: dict[str, Answer] = {}
        done = 0
        while done < len(steps := path(questionnaire, self.way.phase, given)):
            for question in steps[done].questions:
                answer = self.way.answers.get(question.id)
                if answer is None and question.type != "passage":
                    answer = self._answer(questionnaire, question, chance)
                given |= {} if answer is None else {question.id: answer}
            done += 1
        return given

    def _answer(
        self, questionnaire: Questionnaire, question: AnyQuestion, chance: Random
    ) -> Answer | None:
        if chance.random() < self.manner.skips:
            return None
        if question.type == "scale":
            return self._point(questionnaire, question, chance)
        if question.type == "text":
            return WORD[: question.max_length]
        if question.type == "choices":
            return self._choices(question, chance)
        return question.options[self.turn % len(question.options)].value  # type: ignore[union-attr] # a passage is not asked

    def _point(
        self, questionnaire: Questionnaire, question: ScaleQuestion, chance: Random
    ) -> Answer:
        scale = questionnaire.scale_of(question)
        if scale.not_applicable and chance.random() < self.manner.not_applicable:
            return NOT_APPLICABLE
        if self.manner.leaning is None:
            return chance.choice(scale.values)
        share = 1 - self.manner.leaning if question.reverse else self.manner.leaning
        return scale.values[round(share * (len(scale.values) - 1))]

    def _choices(self, question: ChoicesQuestion, chance: Random) -> Answer:
        """Some options, the one whose turn it is among them."""
        values = [option.value for option in question.options]
        others = min(question.max_choices or len(values), len(values)) - 1
        mine = values[self.turn % len(values)]
        chosen = {mine, *chance.sample([one for one in values if one != mine], others)}
        return tuple(value for value in values if value in chosen)


def crowd(questionnaire: Questionnaire, people: int) -> Iterator[Bot]:
    """So many bots: every phase in every manner, and by turns one that aims at something."""
    aims = _aims(questionnaire)
    for n in range(people):
        turn, phase = divmod(n, len(PHASES))
        aim = n % (2 * len(aims) or 1)
        way = aims[aim] if aim < len(aims) else Way(PHASES[phase], {})
        yield Bot(way, MANNERS[turn % len(MANNERS)], turn)


def _aims(questionnaire: Questionnaire) -> list[Way]:
    """A way to each section and question that has a rule."""
    reach = Reach(questionnaire)
    ways = [
        reach.way(section, *shown)
        for section in questionnaire.sections
        for shown in ((), *((question,) for question in section.questions))
        if section.show_if or any(one.show_if for one in shown)
    ]
    return [way for way in ways if way is not None]
