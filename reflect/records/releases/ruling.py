"""By what rules a moment closes: the measures that its phase asks for, and K."""

from reflect.disclosure import Measure
from reflect.questionnaire import Phase, Questionnaire, measures
from reflect.records.releases.closing import Rules


def rules(questionnaire: Questionnaire, phase: Phase, floor: int) -> Rules:
    """What nobody is asked in this phase is no measure of it, so nothing is withheld there."""
    asked = _asked(questionnaire, phase)
    for domain, scored in questionnaire.scored.items():
        asked |= {f"domain:{domain}"} if any(one.id in asked for one in scored) else set()
    here = [one for one in measures(questionnaire) if one.id in asked or one.of in asked]
    return Rules([Measure(one.id, one.low, one.high) for one in here], floor)


def _asked(questionnaire: Questionnaire, phase: Phase) -> set[str]:
    return {
        question.id
        for section in questionnaire.sections
        for question in section.questions
        if phase in (section.phases or (phase,)) and phase in (question.phases or (phase,))
    }
