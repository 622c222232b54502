"""The person's own words: technical, normative, personal, and then by section."""

from collections.abc import Iterable
from itertools import groupby

from reflect.reports.blocks import Block, Heading, Lead, Note, Paragraph, Part, Quote
from reflect.reports.outcome import Outcome

_DIMENSIONS = ("technical", "normative", "personal")


def ownwords(outcome: Outcome) -> tuple[Part, ...]:
    """One part, for a questionnaire that asked for someone's own words."""
    t = outcome.t
    texts = [
        question.id
        for question in outcome.questions.values()
        if question.type == "text" and question.id not in outcome.in_cases
    ]
    if not texts:
        return ()
    blocks = _by_dimension(outcome) + _by_section(outcome, texts)
    if not blocks:
        return (Part("words", t("report.words"), (Paragraph(t("report.words_none")),)),)
    lead, note = Lead(t("report.words_lead")), Note(t("report.words_note"))
    return (Part("words", t("report.words"), (lead, *blocks, note)),)


def _by_dimension(outcome: Outcome) -> list[Block]:
    dimensions = outcome.questionnaire.report.dimensions
    return [
        block
        for name in _DIMENSIONS
        for block in _quotes(outcome, outcome.t(f"report.{name}"), getattr(dimensions, name))
    ]


def _by_section(outcome: Outcome, texts: list[str]) -> list[Block]:
    """What stands in no dimension, under the titles of its sections.

    In the order of the report's own list; a text that is not on it comes after.
    """
    report = outcome.questionnaire.report
    told = {q for name in _DIMENSIONS for q in getattr(report.dimensions, name)}
    order = dict.fromkeys([*(q for q in report.reflection if q in texts), *texts])
    titles = {
        question.id: outcome.say(section.title)
        for section in outcome.questionnaire.sections
        for question in section.questions
    }
    rest = (question for question in order if question not in told)
    return [
        block
        for title, questions in groupby(rest, key=titles.__getitem__)
        for block in _quotes(outcome, title, questions)
    ]


def _quotes(outcome: Outcome, title: str, questions: Iterable[str]) -> list[Block]:
    quotes = [
        Quote(outcome.say(outcome.questions[question].text), outcome.answer(question))
        for question in questions
        if outcome.answer(question)
    ]
    return [Heading(title), *quotes] if quotes else []
