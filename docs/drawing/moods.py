"""How people in the pictures answer: by chance, and each domain somewhat different."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from unittest.mock import patch

from reflect.commands.pretending import answers_of
from reflect.questionnaire import Answer, AnyQuestion, Questionnaire

DRAWN = "reflect.commands.demo.stage.answers_of"
THEN = (0.7, -0.6, 0.1, -0.3, 0.4, 0.2, -0.5)  # so often a step up or down, by domain
THIRD = 2  # from 0
NOW = (0.8, 0.1, 0.2, 0.3, 0.4, 0.5, -0.2)


@dataclass
class Mood:
    """How a group answers; `agreed`: all the same in the first domain; `silent`: in the third."""

    steps: tuple[float, ...] = THEN
    agreed: bool = False
    silent: int = 0
    times: int = 0

    def answers(
        self, asked: Questionnaire, phase: str, chance: Random, part: float = 1
    ) -> Mapping[str, Answer]:
        """What one person answers."""
        self.times += 1
        given = dict(answers_of(asked, phase, chance, part))
        places = {domain.id: place for place, domain in enumerate(asked.domains)}
        for name, question in asked.questions.items():
            place = places.get(getattr(question, "domain", None) or "")
            if name not in given or place is None:
                continue
            if place == THIRD and self.times <= self.silent:
                del given[name]
            else:
                given[name] = self._moved(asked, question, given[name], place, chance)
        return given

    def _moved(
        self, asked: Questionnaire, question: AnyQuestion, value: Answer, place: int, chance: Random
    ) -> Answer:
        values = asked.scale_of(question).values
        up = -1 if question.reverse else 1
        if self.agreed and not place:
            return values[-1 if up > 0 else 0]
        step = self.steps[place % len(self.steps)]
        if chance.random() >= abs(step) or value not in values:
            return value
        at = values.index(value) + (up if step > 0 else -up)
        return values[max(0, min(len(values) - 1, at))]


@contextmanager
def mood(**how: object) -> Iterator[None]:
    """Whoever fills in meanwhile, does so in this mood."""
    with patch(DRAWN, Mood(**how).answers):
        yield
