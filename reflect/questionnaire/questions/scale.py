"""A question answered on a scale: scored in its domain unless `use` says otherwise."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from reflect.questionnaire.questions.base import (
    NOT_APPLICABLE,
    Answer,
    NotAnAnswer,
    Question,
)
from reflect.questionnaire.rules import Ref

if TYPE_CHECKING:
    from reflect.questionnaire.definition import Questionnaire


class ScaleQuestion(Question):
    """One point of a scale, or "na" where the scale has it."""

    type: Literal["scale"]
    scale: Ref
    domain: Ref | None = None
    reverse: bool = False
    weight: Annotated[float, Field(gt=0, le=1000)] = 1

    @property
    def is_scored(self) -> bool:
        """Whether it counts in the score of its domain."""
        return self.use is None and self.domain is not None

    @cached_property
    def exact_weight(self) -> Fraction:
        """Its weight, exactly as written: 0.1 is a tenth."""
        return Fraction(str(self.weight))

    def read(self, questionnaire: "Questionnaire", sent: Sequence[str]) -> Answer | None:
        """The point that a form sent as text."""
        if not sent or not sent[-1]:
            return None
        text = sent[-1]
        if text == NOT_APPLICABLE:
            return self.admit(questionnaire, text)
        points = {str(value): value for value in questionnaire.scales[self.scale].values}
        if text not in points:
            raise NotAnAnswer("not_an_option")
        return points[text]

    def admit(self, questionnaire: "Questionnaire", value: object) -> Answer:
        """A whole number on the scale, or "na"."""
        scale = questionnaire.scales[self.scale]
        if value == NOT_APPLICABLE and scale.not_applicable:
            return NOT_APPLICABLE
        if isinstance(value, int) and not isinstance(value, bool) and value in scale.values:
            return value
        raise NotAnAnswer("not_an_option")

    def words(self, questionnaire: "Questionnaire", answer: Answer, language: str) -> str:
        """The words of the point, or its number where only the ends have words."""
        scale = questionnaire.scales[self.scale]
        if answer == NOT_APPLICABLE:
            return questionnaire.say(scale.not_applicable or {}, language)
        labels = {point.value: point.label for point in scale.points or ()}
        return questionnaire.say(labels[answer], language) if answer in labels else str(answer)

    def score(self, questionnaire: "Questionnaire", answer: Answer | None) -> Fraction | None:
        """The share of the possible range, 0 to 1, reversed where it is; None when missing.

        POMP: (x - min) / (max - min) with x reversed as (min + max) - x (Cohen et al. 1999).
        """
        if not isinstance(answer, int):
            return None
        scale = questionnaire.scales[self.scale]
        raw = scale.minimum + scale.maximum - answer if self.reverse else answer
        return Fraction(raw - scale.minimum, scale.maximum - scale.minimum)
