"""What is shown and never scored: the conditions of the work, grades, and all other answers."""

from collections.abc import Iterable

from reflect.questionnaire import AnyQuestion
from reflect.questionnaire.report import Grade
from reflect.reports.blocks import Block, Figures, Labelled, Lead, Part
from reflect.reports.outcome import Outcome


def surroundings(outcome: Outcome) -> tuple[Part, ...]:
    """One part with what is asked about someone's surroundings and the grades given, if any."""
    t = outcome.t
    blocks: list[Block] = []
    context = [q for q in _answered(outcome) if q.use == "context"]
    if context:
        blocks.append(_table(outcome, "", context))
    for grade in outcome.questionnaire.report.grades:
        blocks += _grade(outcome, grade)
    if not blocks:
        return ()
    lead = Lead(t("report.surroundings_lead"))
    return (Part("surroundings", t("report.surroundings"), (lead, *blocks)),)


def practice(outcome: Outcome) -> tuple[Part, ...]:
    """One part with the closed answers that stand nowhere else, a table for each section."""
    told = {
        question
        for pair in outcome.questionnaire.report.pairs
        for question in (pair.from_, pair.to)
    } | {grade.question for grade in outcome.questionnaire.report.grades}
    rest = {q.id for q in _answered(outcome) if q.use in (None, "none") and q.id not in told}
    tables = [
        _table(outcome, outcome.say(section.title), [q for q in section.questions if q.id in rest])
        for section in outcome.questionnaire.all_sections
        if rest & {q.id for q in section.questions}
    ]
    if not tables:
        return ()
    t = outcome.t
    return (Part("practice", t("report.practice"), (Lead(t("report.practice_lead")), *tables)),)


def _answered(outcome: Outcome) -> list[AnyQuestion]:
    """The closed questions with an answer, without those of cases and those told in a domain."""
    return [
        question
        for question in outcome.questions.values()
        if question.id in outcome.profile.answers
        and question.id not in outcome.in_cases
        and question.type != "text"
        and (question.use == "none" or not getattr(question, "domain", None))
    ]


def _table(outcome: Outcome, title: str, questions: Iterable[AnyQuestion]) -> Figures:
    t = outcome.t
    return Figures(
        title,
        (t("report.column_statement"), t("report.column_answer")),
        tuple((outcome.say(q.text), outcome.answer(q.id)) for q in questions),
    )


def _grade(outcome: Outcome, grade: Grade) -> tuple[Block, ...]:
    given = outcome.answer(grade.question)
    if not given:
        return ()
    t = outcome.t
    question = outcome.say(outcome.questions[grade.question].text)
    text = t("report.grade_given", question=question, grade=given)
    if grade.compare_with is not None:
        beside = t.number(grade.compare_with)
        text += " " + t("report.grade_beside", grade=beside, source=grade.source or "")
    return (Labelled(t("report.grade"), (text.strip(),)),)
