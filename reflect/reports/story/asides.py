"""Beside the change of scores: what was asked twice and counts nowhere, as it was answered."""

from collections.abc import Iterable

from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.versions import equal
from reflect.reports.blocks import Block, Figures
from reflect.reports.outcome import Outcome

_USES = ("confidence", "grade", "context")


def asides(outcome: Outcome) -> tuple[Block, ...]:
    """Confidence, grades and surroundings, at the first moment and now; none is a change."""
    t = outcome.t
    told = tuple(
        row
        for use in _USES
        for question in _asked(outcome, use)
        if all(row := _row(outcome, question))
    )
    if not told:
        return ()
    head = (
        t("report.column_statement"),
        t("change.nth", nth=1),
        t("change.nth", nth=len(outcome.past) + 1),
    )
    return (Figures(t("change.asides"), head, told),)


def _asked(outcome: Outcome, use: str) -> Iterable[ScaleQuestion]:
    """The questions of a use that were asked in the very same way at the first moment."""
    same = equal(outcome.past[0].questionnaire, outcome.questionnaire)
    return (
        question
        for question in outcome.questions.values()
        if isinstance(question, ScaleQuestion) and question.use == use and question.id in same
    )


def _row(outcome: Outcome, question: ScaleQuestion) -> tuple[str, str, str]:
    """The question and both answers, "" for none."""
    first = outcome.past[0]
    given = first.profile.answers.get(question.id)
    then = "" if given is None else question.words(first.questionnaire, given, outcome.t.code)
    return outcome.say(question.text), then, outcome.answer(question.id)
