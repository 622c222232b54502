"""A passage: something to read, such as a case. It asks nothing."""

from typing import Literal

from reflect.questionnaire.questions.base import Question


class PassageQuestion(Question):
    """Text between the questions; it has no answer."""

    type: Literal["passage"]
