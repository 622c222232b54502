"""The sections and questions that a person gets, worked out anew from the answers so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import Answer, Phase
from reflect.questionnaire.sections import Section


@dataclass(frozen=True, slots=True)
class Step:
    """A section on the path, with those of its questions that are asked."""

    section: Section
    questions: tuple[AnyQuestion, ...]


def path(
    questionnaire: Questionnaire, phase: Phase, answers: Mapping[str, Answer]
) -> tuple[Step, ...]:
    """The steps in order; a section of which nothing is asked is left out.

    An answer that is itself off the path opens nothing further on.
    """
    return tuple(_steps(questionnaire, phase, answers))


def _steps(
    questionnaire: Questionnaire, phase: Phase, answers: Mapping[str, Answer]
) -> Iterator[Step]:
    given: dict[str, Answer] = {}
    for section in questionnaire.all_sections:
        if not _is_asked(section, phase, given):
            continue
        asked = tuple(q for q in section.questions if _is_asked(q, phase, given))
        if asked:
            yield Step(section, asked)
        given |= {q.id: answers[q.id] for q in asked if q.id in answers}


def _is_asked(what: Section | AnyQuestion, phase: Phase, given: Mapping[str, Answer]) -> bool:
    in_phase = what.phases is None or phase in what.phases
    return in_phase and (what.show_if is None or what.show_if.holds(given))


def asked(steps: tuple[Step, ...]) -> Mapping[str, AnyQuestion]:
    """Every question on the path by its id, in order; passages ask nothing."""
    return {q.id: q for step in steps for q in step.questions if q.type != "passage"}
