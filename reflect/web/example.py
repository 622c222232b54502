"""An example: somebody tries out a questionnaire, and all they answer rides along in the form."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from reflect import reports
from reflect.language import Language, language
from reflect.questionnaire import Answer, Phase, Questionnaire, Step, path, score
from reflect.records.sealing import Place
from reflect.reports import Document, Outcome, Part
from reflect.web import current
from reflect.web.asking import Shown
from reflect.web.parcels import opened, sealed

LARGEST = 128 * 1024  # characters, sealed: beside it a whole section still fits in a request
FILES = {  # what can be taken along beside the report
    "sheet": reports.sheet,
    "sheet_text": reports.sheet_text,
    "conversation": reports.conversation,
}


@dataclass(frozen=True)
class Example:
    """What is tried out: at which phase, in which language, and the answers so far."""

    questionnaire: Questionnaire
    phase: Phase
    language: str
    answers: Mapping[str, Answer] = field(default_factory=dict)

    @classmethod
    def carried(cls, questionnaire: Questionnaire, envelope: str) -> Self | None:
        """The example in an envelope; None when it is not of this version, or not ours."""
        whole = opened(envelope, _place(questionnaire))
        if whole is None:
            return None
        phase, code, answers = whole
        given = {q: tuple(a) if isinstance(a, list) else a for q, a in answers.items()}
        return cls(questionnaire, phase, code, given)

    @cached_property
    def envelope(self) -> str:
        """All of it, sealed."""
        return sealed([self.phase, self.language, self.answers], _place(self.questionnaire))

    @property
    def is_too_large(self) -> bool:
        """Whether it is more than a form can take along."""
        return len(self.envelope) > LARGEST

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The sections that these answers lead along."""
        return path(self.questionnaire, self.phase, self.answers)

    def answered(self, given: Mapping[str, Answer | None]) -> Self:
        """The example with these answers too; None wipes one."""
        whole = {**self.answers, **given}
        return replace(self, answers={q: a for q, a in whole.items() if a is not None})

    def number(self, section: str) -> int | None:
        """Which step a section is, from 0; None when it is not on the path."""
        ids = [step.section.id for step in self.steps]
        return ids.index(section) if section in ids else None

    def shown(self, number: int) -> Shown:
        """A section by its number."""
        return Shown(self.questionnaire, self.steps, self.steps[number], self.answers)

    def parts(self) -> tuple[Part, ...]:
        """The report that these answers would give, marked as an example."""
        return reports.parts(self._outcome())

    def document(self, wanted: str) -> Document:
        """A file of FILES, else the report as a PDF; marked on every page and in its name."""
        printed = FILES.get(wanted, reports.personal)(self._outcome())
        return replace(printed, name=f"{self._t('preview.file')}-{printed.name}")

    def _outcome(self) -> Outcome:
        """What these answers mean, under a title that says what it is."""
        title = self.questionnaire.say(self.questionnaire.title, self.language)
        words = {self.language: self._t("preview.of", title=title)}
        marked = self.questionnaire.model_copy(update={"title": words})
        profile = score(self.questionnaire, self.phase, self.answers)
        return Outcome(marked, profile, self._t, current.now().date())

    @property
    def _t(self) -> Language:
        return language(self.language)


def _place(questionnaire: Questionnaire) -> Place:
    return Place("preview", "example", definition=questionnaire.fingerprint)
