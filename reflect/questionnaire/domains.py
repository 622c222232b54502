"""Domains: the themes that questions are scored in, and what a score can mean."""

from fractions import Fraction
from functools import cached_property
from typing import Annotated

from pydantic import Field

from reflect.questionnaire.questions.base import Definition, Id, Text, Url, Words

Share = Annotated[float, Field(ge=0, le=1)]


class Band(Definition):
    """A stretch of the scores of a domain, up to `below`, and what it can mean."""

    id: Id
    below: Share | None = None
    title: Words
    text: Words
    prompt: Words


class Reference(Definition):
    """What is known of a domain from at least so many people: for judging change."""

    n: Annotated[int, Field(ge=1, le=1_000_000_000)]
    sd: Annotated[float, Field(ge=0)]
    reliability: float
    source: Text


class Further(Definition):
    """Something more to read."""

    title: Words
    url: Url


class Domain(Definition):
    """A theme that questions are scored in."""

    id: Id
    title: Words
    about: Words
    answered_more_than: Annotated[float, Field(ge=0, lt=1)] = 0.5
    bands: Annotated[tuple[Band, ...], Field(min_length=1, max_length=10)]
    reference: Reference | None = None
    further: tuple[Further, ...] = ()

    @cached_property
    def least(self) -> Fraction:
        """The share of its questions that must be passed for a score, exactly as written."""
        return Fraction(str(self.answered_more_than))

    @cached_property
    def edges(self) -> tuple[Fraction, ...]:
        """Where one band ends and the next begins, exactly as written."""
        return tuple(Fraction(str(band.below)) for band in self.bands if band.below is not None)

    def band(self, score: Fraction) -> Band:
        """The band of a score from 0 to 1: half-open, so an edge belongs to the higher band."""
        return self.bands[sum(score >= edge for edge in self.edges)]
