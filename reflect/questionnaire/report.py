"""What the personal report takes from the questions, besides the domains."""

from typing import Annotated

from pydantic import Field

from reflect.questionnaire.questions.base import Definition, Phase, Text, Words
from reflect.questionnaire.rules import Ref

Refs = tuple[Ref, ...]


class Dimensions(Definition):
    """Open questions by the three dimensions of professional reflection."""

    technical: Refs = ()
    normative: Refs = ()
    personal: Refs = ()


class Vignette(Definition):
    """A case in two parts: the questions of each, in the same order."""

    title: Words
    first: Refs
    second: Refs


class Pair(Definition):
    """Two questions of which the difference is shown."""

    title: Words
    from_: Ref = Field(alias="from")
    to: Ref


class Grade(Definition):
    """A grade with a figure to lay beside it."""

    question: Ref
    compare_with: float | None = None
    source: Text | None = None


class Then(Definition):
    """Domains that are asked once more about the first moment, with today's eyes (then.py).

    The words are the author's, who knows what "then" was: before a training, a year ago.
    """

    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    domains: Annotated[Refs, Field(min_length=1)]
    title: Words
    intro: Words | None = None
    stem: Words


class Report(Definition):
    """What the personal report takes from the questions besides the domains."""

    reflection: Refs = ()
    dimensions: Dimensions = Dimensions()
    vignettes: tuple[Vignette, ...] = ()
    pairs: tuple[Pair, ...] = ()
    grades: tuple[Grade, ...] = ()
    then: Then | None = None
