"""Cases and pairs: two answers on one scale and the way between them; no answer is right."""

from collections.abc import Sequence

from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.report import Vignette
from reflect.reports.blocks import Block, Heading, Lead, Mark, Note, Part, Picture, Quote
from reflect.reports.outcome import Outcome


def cases(outcome: Outcome) -> tuple[Part, ...]:
    """One part with the vignettes that this person answered something of, if any."""
    t = outcome.t
    told = [
        block
        for vignette in outcome.questionnaire.report.vignettes
        for block in _case(outcome, vignette)
    ]
    if not told:
        return ()
    return (
        Part(
            "cases",
            t("report.cases"),
            (Lead(t("report.cases_lead")), Note(t("report.cases_note")), *told),
        ),
    )


def pairs(outcome: Outcome) -> tuple[Part, ...]:
    """One part with the pairs of which both questions were answered, if any."""
    t = outcome.t
    told = [
        picture
        for pair in outcome.questionnaire.report.pairs
        for picture in _picture(outcome, [(outcome.say(pair.title), pair.from_, pair.to)])
    ]
    if not told:
        return ()
    return (Part("pairs", t("report.pairs"), (Lead(t("report.pairs_lead")), *told)),)


def _case(outcome: Outcome, vignette: Vignette) -> tuple[Block, ...]:
    questions = outcome.questionnaire.questions
    ways = [
        (outcome.say(questions[first].text), first, second)
        for first, second in zip(vignette.first, vignette.second, strict=True)
    ]
    sections = [
        section
        for section in outcome.questionnaire.sections
        if {*vignette.first, *vignette.second} & {question.id for question in section.questions}
    ]
    shown = {*vignette.first, *vignette.second}
    quotes = [
        Quote(outcome.say(question.text), outcome.answer(question.id))
        for section in sections
        for question in section.questions
        if question.id not in shown and outcome.answer(question.id)
    ]
    blocks = (*_picture(outcome, ways), *quotes)
    return (Heading(outcome.say(vignette.title)), *blocks) if blocks else ()


def _picture(outcome: Outcome, ways: Sequence[tuple[str, str, str]]) -> tuple[Picture, ...]:
    """The ways (label, first question, second question) that have an answer, in one picture."""
    marks = tuple(
        _mark(outcome, *way)
        for way in ways
        if outcome.figure(way[1]) is not None or outcome.figure(way[2]) is not None
    )
    question = outcome.questionnaire.questions[ways[0][1]]
    if not marks or not isinstance(question, ScaleQuestion):
        return ()
    scale = outcome.questionnaire.scale_of(question)
    rows = "; ".join(f"{mark.label}: {mark.number}" for mark in marks)
    alt = outcome.t("report.ranges", low=scale.minimum, high=scale.maximum, rows=rows)
    title = outcome.t("report.ranges_title")
    return (Picture("ranges", marks, alt, title, scale.minimum, scale.maximum),)


def _mark(outcome: Outcome, label: str, first: str, second: str) -> Mark:
    t = outcome.t
    values = outcome.figure(first), outcome.figure(second)
    said = [None if value is None else t.number(value, 0) for value in values]
    if said[0] == said[1]:
        number = t("report.stayed", first=said[0])
    elif None in said:
        number = t(
            "report.only_first" if said[0] else "report.only_second", figure=said[0] or said[1]
        )
    else:
        number = t("report.went", first=said[0], second=said[1])
    return Mark(label, values[0], number, second=values[1])
