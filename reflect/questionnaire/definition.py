"""A questionnaire as its author wrote it: scales, domains, bands, sections, questions; frozen."""

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints

from reflect.questionnaire.domains import Domain
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import Answer, Definition, Id, Text, Url, Words
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.report import Report
from reflect.questionnaire.rules import Ref
from reflect.questionnaire.scales import Scale
from reflect.questionnaire.sections import Section
from reflect.questionnaire.then import then_section, with_then

Code = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
PLACE = re.compile(r"\{([a-z0-9-]+)\}")


class Source(Definition):
    """Where the instrument comes from."""

    title: Text
    url: Url | None = None


class Placeholder(Definition):
    """A word in a text that depends on an answer."""

    question: Ref
    words: dict[Ref, Words]
    otherwise: Words


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

    def __hash__(self) -> int:
        """By content, so that what is made of a questionnaire can be kept beside it."""
        return hash(self.fingerprint)

    @cached_property
    def questions(self) -> Mapping[str, AnyQuestion]:
        """Every question by its id, in order; those of the then-test too."""
        return {q.id: q for section in self.all_sections for q in section.questions}

    @cached_property
    def scored(self) -> Mapping[str, tuple[ScaleQuestion, ...]]:
        """The scored questions of each domain, by its id."""
        asked = [q for section in self.sections for q in section.questions]
        scored = [q for q in asked if isinstance(q, ScaleQuestion) and q.is_scored]
        return {d.id: tuple(q for q in scored if q.domain == d.id) for d in self.domains}

    @cached_property
    def then(self) -> Section | None:
        """The section of the then-test, if there is any."""
        return then_section(self.report.then, self.sections)

    @cached_property
    def all_sections(self) -> tuple[Section, ...]:
        """The sections as they are met: those written, and that of the then-test in its place."""
        return with_then(self.sections, self.then)

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
        text = self._in(language, words)
        return PLACE.sub(lambda place: self._filled(place[1], language, answers or {}), text)

    def _in(self, language: str, words: Words) -> str:
        return words.get(language) or words[self.languages[0]]

    def _filled(self, place: str, language: str, answers: Mapping[str, Answer]) -> str:
        placeholder = self.placeholders[place]
        words = placeholder.words.get(str(answers.get(placeholder.question)))
        return self._in(language, words or placeholder.otherwise)


def canonical(definition: Mapping[str, Any]) -> str:
    """The JSON of a definition with sorted keys, no spaces and no $schema."""
    plain = {key: value for key, value in definition.items() if key != "$schema"}
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
