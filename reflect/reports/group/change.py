"""How a group changed since earlier moments: as each change was stored, and nothing reckoned."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from reflect.disclosure import Figure, Shift
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
from reflect.reports.group.extremes import NOTICED
from reflect.reports.group.since import Since
from reflect.reports.group.telling import Telling

_COLUMNS = ("subject", "then", "now", "change")
_OF_WHOM = (*_COLUMNS, "whom")


def change(telling: Telling) -> tuple[Part, ...]:
    """A part for each earlier moment from which a change was stored."""
    return tuple(
        Part(f"change-{since.moment}", titled(telling, since), tuple(_blocks(telling, since)))
        for since in telling.since
    )


def titled(telling: Telling, since: Since) -> str:
    """Since the first moment."""
    return telling.t("picture.change", moment=telling.t(f"groups.the_moment_{since.moment}"))


def whom(telling: Telling, shift: Shift) -> str:
    """Whether it is about the same people."""
    return telling.t("picture.same_people" if shift.same_people else "picture.other_people")


def difference(telling: Telling, shift: Shift) -> str:
    """0,3 hoger, 0,2 lager, gelijk; a figure and its word keep to one line."""
    t, gap = telling.t, shift.value
    if not gap:
        return t("picture.equal")
    words = t("picture.higher" if gap > 0 else "picture.lower", gap=t.number(abs(gap)))
    return words.replace(" ", "\u00a0")


def moved(telling: Telling) -> tuple[Shift, ...]:
    """Of the domains those that moved most since the nearest moment; none that barely moved."""
    for since in telling.since[-1:]:
        found = [since.shifts[one] for one in telling.of("domain") if one in since.shifts]
        most = max((abs(shift.value) for shift in found), default=Decimal(0))
        if most >= NOTICED:
            return tuple(shift for shift in found if abs(shift.value) == most)
    return ()


def _blocks(telling: Telling, since: Since) -> Iterator[Block]:
    """The domains in lines, what lower may mean, all in a table, how to read it, and the rest."""
    t, ways = telling.t, {shift.same_people for shift in since.change.shifts}
    if ways:
        yield Lead(t(f"picture.change_lead_{_way(ways)}"))
        yield from _lines(telling, since)
        yield Note(t("picture.change_note"))
    else:
        yield Paragraph(t("picture.change_nothing"))
    yield from _table(telling, since, ways)
    yield from (Note(t(f"picture.change_note_{_way({way})}")) for way in sorted(ways, reverse=True))
    if "bound" in since.reasons.values():
        yield Note(t("picture.change_note_bound"))
    yield from _untold(telling, since)


def _way(ways: set[bool]) -> str:
    """Whether all of it is about the same people, none of it, or some; "some" of nothing too."""
    return "some" if len(ways) != 1 else "same" if True in ways else "other"


def _table(telling: Telling, since: Since, ways: set[bool]) -> Iterator[Figures]:
    """About whom stands over it, or in a column where that differs."""
    t = telling.t
    names = _OF_WHOM if len(ways) > 1 else _COLUMNS
    head = tuple(t(f"picture.column_{name}") for name in names)
    rows = tuple(row[: len(head)] for row in _rows(telling, since))
    if rows:
        yield Figures(t(f"picture.change_table_{_way(ways)}"), head, rows)


def _rows(telling: Telling, since: Since) -> Iterator[tuple[str, ...]]:
    """What a measure is called, both means, the change where there is one to tell, and of whom."""
    for one in telling.order:
        shift = since.shifts.get(one)
        if shift or since.reasons.get(one) == "bound":
            told = telling.value(since.before[one]), telling.value(telling.figures[one])
            gap = difference(telling, shift) if shift else telling.t("picture.no_difference")
            yield telling.title(one), *told, gap, whom(telling, shift) if shift else ""


def _lines(telling: Telling, since: Since) -> Iterator[Picture]:
    """A line for each domain of which a change is told; the table says the same."""
    t = telling.t
    both = [one for one in telling.told("domain") if one.measure in since.shifts]
    if not both:
        return
    marks = tuple(
        Mark(
            telling.title(one.measure),
            None,
            words=difference(telling, since.shifts[one.measure]),
            points=(_point(telling, since.before[one.measure]), _point(telling, one)),
        )
        for one in both
    )
    steps = t("picture.column_then"), t("picture.column_now")
    rows = "; ".join(
        f"{mark.label}: {' → '.join(point.number for point in mark.points)} ({mark.words})"
        for mark in marks
    )
    alt = t("picture.lines_alt", rows=rows)
    low, high = both[0].low, both[0].high
    yield Picture("slope", marks, alt, t("picture.lines_title"), low, high, steps=steps)


def _point(telling: Telling, figure: Figure) -> Point:
    return Point(Fraction(figure.value), telling.value(figure))


def _untold(telling: Telling, since: Since) -> Iterator[Labelled]:
    """What is told of one of both at most; and the domains that asked other statements then."""
    hidden = [one for one in telling.order if since.reasons.get(one, "bound") != "bound"]
    known = since.shifts.keys() | since.reasons.keys()
    both = [one for one in telling.order if one in since.before and one in telling.figures]
    for why, which in (("hidden", hidden), ("asked", [one for one in both if one not in known])):
        if which:
            titles = tuple(telling.title(one) for one in which)
            label = telling.t(f"picture.change_{why}")
            yield Labelled(label, (telling.t(f"picture.change_{why}_why"), *titles))
