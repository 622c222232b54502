"""By what rules a moment closes: the measures that its phase asks for, and K."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from reflect import disclosure
from reflect.disclosure import Measure
from reflect.questionnaire import Phase, Questionnaire, measures


@dataclass(frozen=True)
class Rules:
    """What a closing goes by: the measures of the definition, on their shown scales, and K.

    different: by phase the measures that are made of other questions there, so that there is no
    change between them.
    """

    measures: Sequence[Measure]
    floor: int = disclosure.FLOOR
    different: Mapping[Phase, frozenset[str]] = field(default_factory=dict)


def rules(questionnaire: Questionnaire, phase: Phase, floor: int) -> Rules:
    """What nobody is asked in this phase is no measure of it, so nothing is withheld there."""
    asked = _asked(questionnaire, phase)
    here = [one for one in measures(questionnaire) if one.id in asked or one.of in asked]
    domains = {each: _domains(questionnaire, each) for each in get_args(Phase)}
    different = {
        each: frozenset(name for name in there if there[name] != domains[phase][name])
        for each, there in domains.items()
    }
    return Rules([Measure(one.id, one.low, one.high) for one in here], floor, different)


def _asked(questionnaire: Questionnaire, phase: Phase) -> set[str]:
    """The questions of a phase, and the domains that they are scored in."""
    asked = {
        question.id
        for section in questionnaire.sections
        for question in section.questions
        if phase in (section.phases or (phase,)) and phase in (question.phases or (phase,))
    }
    scored = {name: {one.id for one in each} for name, each in questionnaire.scored.items()}
    return asked | {f"domain:{name}" for name, each in scored.items() if each & asked}


def _domains(questionnaire: Questionnaire, phase: Phase) -> dict[str, set[str]]:
    """By measure the statements of a domain that a phase asks for."""
    asked = _asked(questionnaire, phase)
    return {
        f"domain:{name}": {one.id for one in scored} & asked
        for name, scored in questionnaire.scored.items()
    }
