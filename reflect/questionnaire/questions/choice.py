"""A question with one choice out of a list."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from reflect.questionnaire.questions.base import (
    Answer,
    Definition,
    Id,
    NotAnAnswer,
    Question,
    Setting,
    Words,
)


class Option(Definition):
    """One choice: what is stored, and what is read."""

    value: Id
    label: Words


Options = Annotated[tuple[Option, ...], Field(min_length=2, max_length=100)]


class ChoiceQuestion(Question):
    """The value of one option."""

    type: Literal["choice"]
    options: Options

    def read(self, questionnaire: Setting, sent: Sequence[str]) -> Answer | None:
        """The option that a form sent."""
        return self.admit(questionnaire, sent[-1]) if sent and sent[-1] else None

    def admit(self, questionnaire: Setting, value: object) -> Answer:
        """The value of one of the options."""
        if isinstance(value, str) and any(option.value == value for option in self.options):
            return value
        raise NotAnAnswer("not_an_option")

    def words(self, questionnaire: Setting, answer: Answer, language: str) -> str:
        """The label of the option."""
        label = next(option.label for option in self.options if option.value == answer)
        return questionnaire.say(label, language)
