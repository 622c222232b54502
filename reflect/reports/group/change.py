"""Two moments of a group: their published means subtracted, and nothing finer than that."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from reflect.disclosure import Figure, Phase, Release
from reflect.questionnaire import Questionnaire
from reflect.reports.blocks import Figures, Lead, Mark, Note, Paragraph, Part, Picture, Point
from reflect.reports.group.telling import Telling

NOTICED = Decimal("0.2")  # each of both means is rounded: a tenth may be nothing


def change(telling: Telling) -> tuple[Part, ...]:
    """One part, where there is an earlier release that tells something too."""
    t, earlier = telling.t, telling.earlier
    if earlier is None:
        return ()
    title = t("picture.change", moment=t(f"groups.the_moment_{earlier.moment}"))
    if earlier.fingerprint != telling.release.fingerprint:
        return (Part("change", title, (Paragraph(t("picture.change_version")),)),)
    before = {one.measure: one for one in earlier.figures}
    both = [one for one in telling.order if one in before and one in telling.figures]
    rows = tuple(_row(telling, one, before[one]) for one in both)
    if not rows:
        return (Part("change", title, (Paragraph(t("picture.change_nothing")),)),)
    head = tuple(t(f"picture.column_{column}") for column in ("subject", "then", "now", "change"))
    notes = (Note(t(f"picture.change_note_{number}")) for number in (1, 2))
    table = Figures(t("picture.change_table"), head, rows)
    blocks = (Lead(t("picture.change_lead")), *_lines(telling, earlier), table, *notes)
    return (Part("change", title, blocks),)


def differences(telling: Telling) -> Mapping[str, Decimal]:
    """By measure what the mean is higher (less: lower) than before, both being published means."""
    earlier = telling.earlier
    if earlier is None or earlier.fingerprint != telling.release.fingerprint:
        return {}
    before = {one.measure: one for one in earlier.figures}
    return {
        one: figure.value - before[one].value
        for one, figure in telling.figures.items()
        if one in before
        if figure.bound is None and before[one].bound is None
        if _asks_the_same(telling.questionnaire, one, earlier.phase, telling.release.phase)
    }


def moved(telling: Telling) -> tuple[str, ...]:
    """The domains whose mean moved most; none where no mean moved by more than rounding may."""
    found = {one: abs(gap) for one, gap in differences(telling).items() if one.startswith("domain")}
    most = max(found.values(), default=Decimal(0))
    return tuple(one for one in telling.order if most >= NOTICED and found.get(one) == most)


def difference(telling: Telling, gap: Decimal) -> str:
    """0,3 hoger, 0,2 lager, gelijk."""
    t = telling.t
    if not gap:
        return t("picture.equal")
    return t("picture.higher" if gap > 0 else "picture.lower", gap=t.number(abs(gap)))


def _lines(telling: Telling, earlier: Release) -> tuple[Picture, ...]:
    """A line for each domain whose means can be subtracted; the table says the same."""
    t, gaps = telling.t, differences(telling)
    before = {one.measure: one for one in earlier.figures}
    both = [one for one in telling.told("domain") if one.measure in gaps]
    if not both:
        return ()
    marks = tuple(
        Mark(
            telling.title(one.measure),
            None,
            words=difference(telling, gaps[one.measure]),
            points=(_point(telling, before[one.measure]), _point(telling, one)),
        )
        for one in both
    )
    steps = t("picture.column_then"), t("picture.column_now")
    rows = "; ".join(
        f"{mark.label}: {' → '.join(point.number for point in mark.points)}" for mark in marks
    )
    alt = t("picture.lines_alt", rows=rows)
    low, high = both[0].low, both[0].high
    lines = Picture("slope", marks, alt, t("picture.lines_title"), low, high, steps=steps)
    return (lines,)


def _point(telling: Telling, figure: Figure) -> Point:
    return Point(Fraction(figure.value), telling.value(figure))


def _row(telling: Telling, measure: str, before: Figure) -> tuple[str, str, str, str]:
    """What a measure is called, both means, and the difference where there is one to tell."""
    now = telling.figures[measure]
    gap = differences(telling).get(measure)
    words = telling.t("picture.no_difference") if gap is None else difference(telling, gap)
    return telling.title(measure), telling.value(before), telling.value(now), words


def _asks_the_same(questionnaire: Questionnaire, measure: str, then: Phase, now: Phase) -> bool:
    """Whether a domain is made of the same statements in both phases; a question is itself."""
    kind, name = measure.split(":")
    return kind != "domain" or _asked(questionnaire, name, then) == _asked(questionnaire, name, now)


def _asked(questionnaire: Questionnaire, domain: str, phase: Phase) -> frozenset[str]:
    """The statements that a domain may be scored by in a phase."""
    scored = {question.id for question in questionnaire.scored[domain]}
    return frozenset(
        question.id
        for section in questionnaire.sections
        for question in section.questions
        if question.id in scored
        if phase in (section.phases or (phase,)) and phase in (question.phases or (phase,))
    )
