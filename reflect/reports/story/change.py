"""Change: how somebody saw each domain then and now, told with care and without a judgement."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reflect.questionnaire import Change, along, changes, mean
from reflect.reports.blocks import (
    Block,
    Figures,
    Labelled,
    Lead,
    Mark,
    Note,
    Paragraph,
    Part,
    Picture,
    Point,
)
from reflect.reports.outcome import Outcome, Past
from reflect.reports.story.asides import asides
from reflect.reports.story.since import basis, called, rows, title

_FEW = 2  # lines in one picture: as many as stand beside each other on paper


def change(outcome: Outcome) -> tuple[Part, ...]:
    """One part, for who reflected with this questionnaire before: since the first, and the last."""
    if not outcome.past:
        return ()
    t = outcome.t
    found = changes(outcome.past[0].moment, outcome.moment)
    if not found:
        return ()
    latest = changes(outcome.past[-1].moment, outcome.moment) if len(outcome.past) > 1 else ()
    blocks = (
        Lead(t("change.lead")),
        Labelled(t("change.moments"), _moments(outcome)),
        *_pictures(outcome, found),
        *_reading(outcome, (*found, *latest)),
        *(_tables(outcome, found, latest) or (Paragraph(t("change.none")),)),
        *_then(outcome, found),
        *_left_out(outcome, found),
        *asides(outcome),
        *basis(outcome, found),
    )
    return (Part("change", t("change.title"), blocks),)


def _moments(outcome: Outcome) -> tuple[str, ...]:
    """Each moment by its number, with its day and phase."""
    t = outcome.t
    told = [(past.day, past.profile.phase) for past in outcome.past]
    told.append((outcome.day, outcome.profile.phase))
    return tuple(
        t("change.moment", nth=nth, day=t.date(day), phase=t(f"report.when_{phase}"))
        for nth, (day, phase) in enumerate(told, start=1)
    )


def _tables(
    outcome: Outcome, found: Sequence[Change], latest: Sequence[Change]
) -> tuple[Block, ...]:
    """A table since the first moment; with more of them, one since the last too."""
    told = {each.domain for each in (*found, *latest) if not each.reason}
    tables = (("change.since_first", 1, found), ("change.since_last", len(outcome.past), latest))
    return tuple(
        _table(outcome, key, nth, [each for each in since if each.domain in told])
        for key, nth, since in tables
        if since and told
    )


def _table(outcome: Outcome, key: str, nth: int, found: Sequence[Change]) -> Figures:
    """A row for each domain that can be compared with this moment, or with the other one."""
    t = outcome.t
    now = len(outcome.past) + 1
    head = (
        t("report.column_domain"),
        t("change.nth", nth=nth),
        t("change.nth", nth=now),
        t("change.column_words"),
    )
    return Figures(t(key), head, rows(outcome, found))


def _pictures(outcome: Outcome, found: Sequence[Change]) -> Iterator[Picture]:
    """A line for each domain that can be compared, from the first moment to this one.

    A few together, so that paper is not left empty where all of them would not fit.
    """
    t = outcome.t
    lines = [
        Mark(title(outcome, each), None, words=called(outcome, each), points=_points(outcome, each))
        for each in found
        if not each.reason
    ]
    steps = tuple(t("change.step", nth=nth) for nth in range(1, len(outcome.past) + 2))
    for at in range(0, len(lines), _FEW):
        marks = tuple(lines[at : at + _FEW])
        told = t("change.lines", rows="; ".join(_line(outcome, mark) for mark in marks))
        yield Picture("slope", marks, told, t("change.lines_title"), steps=steps)


def _line(outcome: Outcome, mark: Mark) -> str:
    """A line in words: from figure to figure."""
    to = outcome.t("change.to")
    way = to.join(point.number for point in mark.points if point.value is not None)
    return f"{mark.label}: {way}, {mark.words}"


def _points(outcome: Outcome, each: Change) -> tuple[Point, ...]:
    """The first moment, those in between where they ask the same, and now."""
    between = [along(past.moment, outcome.moment, each) for past in outcome.past[1:]]
    return tuple(_point(outcome, score) for score in (each.before, *between, each.after))


def _point(outcome: Outcome, score: Fraction | None) -> Point:
    return Point(None) if score is None else Point(mean(score), outcome.t.number(mean(score)))


def _then(outcome: Outcome, found: Sequence[Change]) -> tuple[Block, ...]:
    """The first moment with the eyes of now, on lines of their own."""
    t = outcome.t
    told = tuple(
        t(
            "change.then",
            domain=title(outcome, each),
            before=t.number(mean(each.before)),
            then=t.number(mean(each.then)),
        )
        for each in found
        if each.before is not None and each.then is not None
    )
    return (Labelled(t("change.looking_back"), (*told, t("change.both"))),) if told else ()


def _left_out(outcome: Outcome, found: Sequence[Change]) -> tuple[Block, ...]:
    """Why some domains are not compared with the first moment; that the questionnaire changed."""
    t = outcome.t
    reasons: dict[str, list[str]] = {}
    for each in found:
        if each.reason:
            reasons.setdefault(each.reason, []).append(title(outcome, each))
    told = tuple(
        t(f"change.reason_{reason}", domains="; ".join(domains))
        for reason, domains in reasons.items()
    )
    left = (Labelled(t("change.left_out"), told),) if told else ()
    return (*left, *_versions(outcome, outcome.past))


def _versions(outcome: Outcome, past: Sequence[Past]) -> tuple[Block, ...]:
    versions = {each.questionnaire.version for each in past} | {outcome.questionnaire.version}
    return (Note(outcome.t("change.versions")),) if len(versions) > 1 else ()


def _reading(outcome: Outcome, found: Sequence[Change]) -> tuple[Block, ...]:
    """How to read it, if there is any: the rules used here, the yardstick that may have moved."""
    t = outcome.t
    compared = [each for each in found if not each.reason]
    if not compared:
        return ()
    uses = {
        "thumb": any(each.margin is None for each in compared),
        "chance": any(each.margin is not None for each in compared),
        "same": any(len(each.questions) < each.asked for each in compared),
    }
    keys = (*(name for name, is_used in uses.items() if is_used), "shift", "causes")
    return (Labelled(t("change.reading"), tuple(t(f"change.reading_{key}") for key in keys)),)
