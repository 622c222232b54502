"""A questionnaire as its author wrote it: scales, domains, bands, sections, questions; frozen."""

import hashlib
import json
import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import Answer, Definition, Id, Phase, Text, Words
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.rules import Rule, Value

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Share = Annotated[float, Field(ge=0, le=1)]
PLACE = re.compile(r"\{([a-z0-9-]+)\}")


class Point(Definition):
    """One point of a scale: its number and its words."""

    value: Annotated[int, Field(ge=-1000, le=1000)]
    label: Words


class Scale(Definition):
    """A scale: named points, or whole numbers from and to with words at both ends."""

    points: Annotated[tuple[Point, ...], Field(min_length=1, max_length=101)] | None = None
    from_: Annotated[int, Field(ge=-1000, le=1000)] | None = Field(default=None, alias="from")
    to: Annotated[int, Field(ge=-1000, le=1000)] | None = None
    ends: tuple[Words, Words] | None = None
    not_applicable: Words | None = None

    @cached_property
    def values(self) -> tuple[int, ...]:
        """The possible points, in order: the range is declared, never observed."""
        if self.points:
            return tuple(point.value for point in self.points)
        return tuple(range(self.from_ or 0, (self.to or 0) + 1))

    @property
    def minimum(self) -> int:
        """The lowest possible point."""
        return min(self.values)

    @property
    def maximum(self) -> int:
        """The highest possible point."""
        return max(self.values)


class Band(Definition):
    """A stretch of the scores of a domain, up to `below`, and what it can mean."""

    id: Id
    below: Share | None = None
    title: Words
    text: Words
    prompt: Words


class Reference(Definition):
    """What is known of a domain from at least so many people: for judging change."""

    n: Annotated[int, Field(ge=1)]
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
    answered_more_than: Share = 0.5
    bands: Annotated[tuple[Band, ...], Field(min_length=1, max_length=10)]
    reference: Reference | None = None
    further: tuple[Further, ...] = ()

    @cached_property
    def edges(self) -> tuple[Fraction, ...]:
        """Where one band ends and the next begins, exactly as written."""
        return tuple(Fraction(str(band.below)) for band in self.bands if band.below is not None)

    def band(self, score: Fraction) -> Band:
        """The band of a score from 0 to 1: half-open, so an edge belongs to the higher band."""
        return self.bands[sum(score >= edge for edge in self.edges)]


class Section(Definition):
    """Questions that stand on one page."""

    id: Id
    title: Words
    intro: Words | None = None
    stem: Words | None = None
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)] | None = None
    show_if: Rule | None = None
    questions: Annotated[tuple[AnyQuestion, ...], Field(min_length=1)]


class Source(Definition):
    """Where the instrument comes from."""

    title: Text
    url: Url | None = None


class Placeholder(Definition):
    """A word in a text that depends on an answer."""

    question: str
    words: dict[str, Words]
    otherwise: Words


class Dimensions(Definition):
    """Open questions by the three dimensions of professional reflection."""

    technical: tuple[str, ...] = ()
    normative: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()


class Vignette(Definition):
    """A case in two parts: the questions of each, in the same order."""

    title: Words
    first: tuple[str, ...]
    second: tuple[str, ...]


class Pair(Definition):
    """Two questions of which the difference is shown."""

    title: Words
    from_: str = Field(alias="from")
    to: str


class Grade(Definition):
    """A grade with a figure to lay beside it."""

    question: str
    compare_with: float | None = None
    source: Text | None = None


class Then(Definition):
    """Domains that are asked once more about the first moment, with today's eyes."""

    phases: tuple[Phase, ...]
    domains: tuple[str, ...]


class Report(Definition):
    """What the personal report takes from the questions besides the domains."""

    reflection: tuple[str, ...] = ()
    dimensions: Dimensions = Dimensions()
    vignettes: tuple[Vignette, ...] = ()
    pairs: tuple[Pair, ...] = ()
    grades: tuple[Grade, ...] = ()
    then: Then | None = None


class Fact(Definition):
    """A paragraph of the factsheet."""

    title: Words
    text: Words


class Questionnaire(Definition):
    """A whole instrument of one version, in all its languages."""

    schema_: str | None = Field(default=None, alias="$schema")
    format: Literal[1]
    id: Id
    version: Annotated[int, Field(ge=1, le=9999)]
    kind: Literal["reflection", "evaluation"] = "reflection"
    languages: Annotated[tuple[Code, ...], Field(min_length=1, max_length=20)]
    title: Words
    summary: Words
    minutes: Annotated[int, Field(ge=1, le=600)]
    sources: tuple[Source, ...] = ()
    placeholders: Annotated[dict[Id, Placeholder], Field(default_factory=dict)]
    scales: Annotated[dict[Id, Scale], Field(default_factory=dict)]
    domains: Annotated[tuple[Domain, ...], Field(max_length=50)] = ()
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    report: Report = Report()
    factsheet: tuple[Fact, ...] = ()

    _canonical: str = ""

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The questionnaire in a JSON text. ValidationError with every fault of its shape."""
        questionnaire = cls.model_validate_json(text)
        questionnaire._canonical = canonical(json.loads(text))  # noqa: SLF001 - its own
        return questionnaire

    @property
    def canonical(self) -> str:
        """Its JSON with sorted keys and no spaces: what is stored, and what is hashed."""
        return self._canonical

    @cached_property
    def fingerprint(self) -> str:
        """The sha256 of its canonical JSON, in hexadecimal."""
        return hashlib.sha256(self._canonical.encode()).hexdigest()

    @cached_property
    def questions(self) -> Mapping[str, AnyQuestion]:
        """Every question by its id, in order."""
        return {q.id: q for section in self.sections for q in section.questions}

    @cached_property
    def scored(self) -> Mapping[str, tuple[ScaleQuestion, ...]]:
        """The scored questions of each domain, by its id."""
        scored = [
            q for q in self.questions.values() if isinstance(q, ScaleQuestion) and q.is_scored
        ]
        return {d.id: tuple(q for q in scored if q.domain == d.id) for d in self.domains}

    @cached_property
    def _domains(self) -> Mapping[str, Domain]:
        return {domain.id: domain for domain in self.domains}

    def domain(self, domain: str) -> Domain:
        """The domain of an id. KeyError when there is none."""
        return self._domains[domain]

    def scale_of(self, question: ScaleQuestion) -> Scale:
        """The scale that a question is answered on."""
        return self.scales[question.scale]

    def say(self, words: Words, language: str, answers: Mapping[str, Answer] | None = None) -> str:
        """A text in a language (else the first there is), its {placeholders} filled in."""
        text = words.get(language) or words[self.languages[0]]
        if "{" not in text:
            return text
        return PLACE.sub(lambda place: self._filled(place[1], language, answers or {}), text)

    def _filled(self, place: str, language: str, answers: Mapping[str, Answer]) -> str:
        if place not in self.placeholders:
            return "{" + place + "}"
        placeholder = self.placeholders[place]
        words = placeholder.words.get(str(answers.get(placeholder.question)))
        return (words or placeholder.otherwise)[language]


def canonical(definition: Mapping[str, Value]) -> str:
    """The JSON of a definition with sorted keys, no spaces and no $schema."""
    plain = {key: value for key, value in definition.items() if key != "$schema"}
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
