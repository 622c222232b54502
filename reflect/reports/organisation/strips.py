"""One measure over groups: a sentence, a picture and a table that say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reflect.disclosure import Figure
from reflect.questionnaire.report import Grade
from reflect.reports.blocks import Figures, Mark, Picture, Point
from reflect.reports.organisation.beside import Beside


@dataclass(frozen=True, slots=True)
class Strip:
    """A measure: its title, what there is to see, and what to lay beside it, if anything."""

    title: str
    sentence: str
    picture: Picture
    table: Figures
    reference: str = ""


def strip(beside: Beside, measure: str) -> Strip:
    """The strip of a measure of which a group was told a figure."""
    t, title = beside.t, beside.tellings[0].title(measure)
    points = [_point(beside, figure) for figure in beside.figures(measure)]
    marks = tuple(
        Mark(
            name,
            point.value,
            point.number if point.value is not None else "",
            words=point.number,
            is_whole=one is beside.whole,
        )
        for one, name, point in zip(beside.rows, beside.names, points, strict=True)
    )
    low, high = scale(beside, measure)
    alt = t("organisation.alt", low=low, high=high, rows=_rows(beside.names, points))
    return Strip(
        title,
        sentence(beside, measure),
        Picture("strips", marks, alt, title, low, high, edges=edges(beside, measure)),
        _table(beside, measure, title),
        reference(beside, measure),
    )


def together(beside: Beside, which: Sequence[str], groups: slice) -> Picture:
    """Several measures of one scale in one picture, for some of the groups: as paper has it."""
    told = [[_point(beside, figure) for figure in beside.figures(one)] for one in which]
    rows, names = beside.rows[groups], beside.names[groups]
    marks = tuple(
        Mark(name, None, points=tuple(points), is_whole=one is beside.whole)
        for one, name, *points in zip(rows, names, *(each[groups] for each in told), strict=True)
    )
    titles = tuple(beside.tellings[0].title(one) for one in which)
    low, high = scale(beside, which[0])
    said = ". ".join(
        f"{title}: {_rows(names, column[groups])}"
        for title, column in zip(titles, told, strict=True)
    )
    alt = beside.t("organisation.alt", low=low, high=high, rows=said)
    lines = edges(beside, which[0])
    title = beside.t("organisation.beside")
    return Picture("strips", marks, alt, title, low, high, edges=lines, steps=titles)


def scale(beside: Beside, measure: str) -> tuple[int, int]:
    """The ends of its scale."""
    told = next(figure for figure in beside.figures(measure) if figure)
    return told.low, told.high


def sentence(beside: Beside, measure: str) -> str:
    """From where to where the means lie, and of how many groups; of no group which one."""
    t, count = beside.t, len(beside.tellings)
    told = (one.figures.get(measure) for one in beside.tellings)
    means = [each.value for each in told if each and each.bound is None]
    if not means:
        return t("organisation.sentence_bounds", count=count)
    low, high = t.number(min(means)), t.number(max(means))
    way = "range" if low != high else "same"
    ends = {"low": low, "high": high}
    return t(f"organisation.sentence_{way}", told=len(means), count=count, **ends)


def grade(beside: Beside, measure: str) -> Grade | None:
    """What the questionnaire lays beside this measure: a figure with its source."""
    every = beside.questionnaire.report.grades
    found = (one for one in every if f"grade:{one.question}" == measure)
    return next((one for one in found if one.compare_with is not None), None)


def edges(beside: Beside, measure: str) -> tuple[Fraction, ...]:
    """A line at that figure."""
    found = grade(beside, measure)
    return (Fraction(str(found.compare_with)),) if found else ()


def reference(beside: Beside, measure: str) -> str:
    """The line in words; nothing where there is none."""
    found, t = grade(beside, measure), beside.t
    if found is None:
        return ""
    figure = t.number(found.compare_with or 0)
    return t("organisation.reference", figure=figure, source=found.source or "")


def _point(beside: Beside, figure: Figure | None) -> Point:
    """A dot for a mean; of a bound nobody knows where it lies, so it is said in words."""
    if figure is None:
        return Point(None, beside.t("moments.not_shown"))
    told = beside.tellings[0].value(figure)
    return Point(Fraction(figure.value) if figure.bound is None else None, told)


def _rows(names: Sequence[str], points: Sequence[Point]) -> str:
    return "; ".join(f"{name}: {point.number}" for name, point in zip(names, points, strict=True))


def _table(beside: Beside, measure: str, title: str) -> Figures:
    t = beside.t
    head = tuple(t(f"organisation.column_{column}") for column in ("group", "value", "people"))
    rows = tuple(
        (
            name,
            _point(beside, figure).number,
            beside.tellings[0].people(figure) if figure else t("moments.not_shown"),
        )
        for name, figure in zip(beside.names, beside.figures(measure), strict=True)
    )
    return Figures(title, head, rows)
