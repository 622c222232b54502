"""The sections and questions that a person gets, worked out anew from the answers so far."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import Answer, Phase
from reflect.questionnaire.sections import Section

VERSIONS = 256  # of questionnaires, in each phase, whose sections are kept at hand


@dataclass(frozen=True)
class Step:
    """A section on the path, with those of its questions that are asked."""

    section: Section
    questions: tuple[AnyQuestion, ...]

    @cached_property
    def needed(self) -> frozenset[str]:
        """The questions without which it is not done.

        One's own words may stay empty; where they are all that is asked, not.
        """
        closed = frozenset(q.id for q in self.questions if q.type not in ("passage", "text"))
        return closed or frozenset(q.id for q in self.questions if q.type == "text")

    @cached_property
    def asked(self) -> frozenset[str]:
        """Every question of it; passages ask nothing."""
        return frozenset(q.id for q in self.questions if q.type != "passage")


def path(
    questionnaire: Questionnaire, phase: Phase, answers: Mapping[str, Answer]
) -> tuple[Step, ...]:
    """The steps in order; a section of which nothing is asked is left out.

    An answer that is itself off the path opens nothing further on.
    """
    every, is_fixed = _every(questionnaire, phase)
    return every if is_fixed else tuple(_steps(every, answers))


def _steps(every: Iterable[Step], answers: Mapping[str, Answer]) -> Iterator[Step]:
    given: dict[str, Answer] = {}
    for whole in every:
        step = _asked_by(whole, given)
        if step.questions:
            yield step
        given |= {q.id: answers[q.id] for q in step.questions if q.id in answers}


@lru_cache(maxsize=VERSIONS)
def _every(questionnaire: Questionnaire, phase: Phase) -> tuple[tuple[Step, ...], bool]:
    """All that may be asked in a phase, and whether it is, whatever is answered."""
    steps = (
        Step(section, tuple(q for q in section.questions if _is_in(q, phase)))
        for section in questionnaire.all_sections
        if _is_in(section, phase)
    )
    every = tuple(step for step in steps if step.questions)
    asked = (one for step in every for one in (step.section, *step.questions))
    return every, all(one.show_if is None for one in asked)


def _is_in(what: Section | AnyQuestion, phase: Phase) -> bool:
    return what.phases is None or phase in what.phases


def _asked_by(step: Step, given: Mapping[str, Answer]) -> Step:
    """What is asked of a section by the answers before it."""
    if not _holds(step.section, given):
        return Step(step.section, ())
    return Step(step.section, tuple(q for q in step.questions if _holds(q, given)))


def _holds(what: Section | AnyQuestion, given: Mapping[str, Answer]) -> bool:
    return what.show_if is None or what.show_if.holds(given)


def asked(steps: tuple[Step, ...]) -> Mapping[str, AnyQuestion]:
    """Every question on the path by its id, in order; passages ask nothing."""
    return {q.id: q for step in steps for q in step.questions if q.type != "passage"}
