"""A question answered on a scale: scored in its domain unless `use` says otherwise."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from reflect.questionnaire.questions.base import (
    NOT_APPLICABLE,
    Answer,
    NotAnAnswer,
    Question,
    Setting,
)
from reflect.questionnaire.rules import Ref


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

    def read(self, questionnaire: Setting, sent: Sequence[str]) -> Answer | None:
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

    def admit(self, questionnaire: Setting, value: object) -> Answer:
        """A whole number on the scale, or "na"."""
        scale = questionnaire.scales[self.scale]
        if value == NOT_APPLICABLE and scale.not_applicable:
            return NOT_APPLICABLE
        if isinstance(value, int) and not isinstance(value, bool) and value in scale.values:
            return value
        raise NotAnAnswer("not_an_option")

    def words(self, questionnaire: Setting, answer: Answer, language: str) -> str:
        """The words of the point, or its number where only the ends have words."""
        scale = questionnaire.scales[self.scale]
        if answer == NOT_APPLICABLE:
            return questionnaire.say(scale.not_applicable or {}, language)
        label = scale.label(answer) if isinstance(answer, int) else None
        return questionnaire.say(label, language) if label else str(answer)

    def score(self, questionnaire: Setting, answer: Answer | None) -> Fraction | None:
        """The share of the possible range, 0 to 1, reversed where it is; None when missing.

        POMP: (x - min) / (max - min) with x reversed as (min + max) - x (Cohen et al. 1999).
        """
        if not isinstance(answer, int):
            return None
        scale = questionnaire.scales[self.scale]
        raw = scale.minimum + scale.maximum - answer if self.reverse else answer
        return Fraction(raw - scale.minimum, scale.maximum - scale.minimum)
