"""A question with any number of choices out of a list, up to `max_choices`."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from reflect.questionnaire.questions.base import Answer, NotAnAnswer, Question, Setting
from reflect.questionnaire.questions.choice import Options


class ChoicesQuestion(Question):
    """The values of the chosen options, in the order of the list."""

    type: Literal["choices"]
    options: Options
    max_choices: Annotated[int, Field(ge=1)] | None = None

    def read(self, questionnaire: Setting, sent: Sequence[str]) -> Answer | None:
        """The options that a form sent."""
        chosen = [value for value in sent if value]
        return self.admit(questionnaire, chosen) if chosen else None

    def admit(self, questionnaire: Setting, value: object) -> Answer:
        """A list of values of options, none of them twice."""
        known = [option.value for option in self.options]
        if not isinstance(value, list | tuple) or not value or any(v not in known for v in value):
            raise NotAnAnswer("not_an_option")
        chosen = tuple(v for v in known if v in value)
        if self.max_choices and len(chosen) > self.max_choices:
            raise NotAnAnswer("too_many", self.max_choices)
        return chosen

    def words(self, questionnaire: Setting, answer: Answer, language: str) -> str:
        """The labels of the options, one after the other."""
        chosen = [option.label for option in self.options if option.value in tuple(answer)]  # type: ignore[arg-type] # choices are a tuple
        return " · ".join(questionnaire.say(label, language) for label in chosen)
