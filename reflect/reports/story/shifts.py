"""Cases and pairs: two answers to one thing and the way between them; no answer is right."""

from collections.abc import Sequence

from reflect.questionnaire.report import Vignette
from reflect.reports.blocks import (
    Block,
    Heading,
    Labelled,
    Lead,
    Mark,
    Note,
    Part,
    Picture,
    Quote,
)
from reflect.reports.outcome import Outcome

Way = tuple[str, str, str]  # a label, and the ids of the first and the second question


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
    lead, note = Lead(t("report.cases_lead")), Note(t("report.cases_note"))
    return (Part("cases", t("report.cases"), (lead, note, *told)),)


def pairs(outcome: Outcome) -> tuple[Part, ...]:
    """One part with the pairs of which something was answered, if any."""
    t = outcome.t
    told = [
        block
        for pair in outcome.questionnaire.report.pairs
        for block in _told(outcome, [(outcome.say(pair.title), pair.from_, pair.to)])
    ]
    if not told:
        return ()
    return (Part("pairs", t("report.pairs"), (Lead(t("report.pairs_lead")), *told)),)


def _case(outcome: Outcome, vignette: Vignette) -> tuple[Block, ...]:
    """The shift in its questions, and what else was answered in its sections."""
    questions = outcome.questionnaire.questions
    shifting = {*vignette.first, *vignette.second}
    ways = [
        (outcome.say(questions[first].text), first, second)
        for first, second in zip(vignette.first, vignette.second, strict=True)
    ]
    quotes = [
        Quote(outcome.say(question.text), outcome.answer(question.id))
        for section in outcome.questionnaire.sections
        if shifting & {question.id for question in section.questions}
        for question in section.questions
        if question.id not in shifting and outcome.answer(question.id)
    ]
    blocks = (*_told(outcome, ways), *quotes)
    return (Heading(outcome.say(vignette.title)), *blocks) if blocks else ()


def _told(outcome: Outcome, ways: Sequence[Way]) -> list[Block]:
    """The ways that have an answer: those on a scale in one picture, others in words."""
    answered = [way for way in ways if outcome.answer(way[1]) or outcome.answer(way[2])]
    on_scale = [way for way in answered if _is_on_scale(outcome, way)]
    blocks: list[Block] = [_picture(outcome, on_scale)] if on_scale else []
    return blocks + [
        Labelled(way[0], (_way(outcome, way),)) for way in answered if way not in on_scale
    ]


def _is_on_scale(outcome: Outcome, way: Way) -> bool:
    return any(outcome.figure(question) is not None for question in way[1:])


def _picture(outcome: Outcome, ways: Sequence[Way]) -> Picture:
    """Ways on the scale of the first of them."""
    t = outcome.t
    marks = tuple(
        Mark(way[0], outcome.figure(way[1]), _way(outcome, way), second=outcome.figure(way[2]))
        for way in ways
    )
    rows = "; ".join(f"{mark.label}: {mark.number}" for mark in marks)
    scale = outcome.scale(ways[0][1])
    low, high = scale.minimum, scale.maximum
    alt = t("report.ranges", low=low, high=high, rows=rows)
    return Picture("ranges", marks, alt, t("report.ranges_title"), low, high)


def _way(outcome: Outcome, way: Way) -> str:
    """From the first answer to the second, in words."""
    t = outcome.t
    first, second = outcome.answer(way[1]), outcome.answer(way[2])
    if not second:
        return t("report.only_first", first=first)
    if not first:
        return t("report.only_second", second=second)
    return t("report.stayed" if first == second else "report.went", first=first, second=second)
