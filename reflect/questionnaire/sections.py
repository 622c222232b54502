"""A section: the questions that stand on one page."""

from typing import Annotated

from pydantic import Field

from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import Definition, Id, Phase, Words
from reflect.questionnaire.rules import Rule


class Section(Definition):
    """Questions that stand on one page."""

    id: Id
    title: Words
    intro: Words | None = None
    stem: Words | None = None
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)] | None = None
    show_if: Rule | None = None
    questions: Annotated[tuple[AnyQuestion, ...], Field(min_length=1)]
