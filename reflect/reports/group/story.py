"""The picture of a group, part by part: a page draws it, and report() prints it."""

from collections.abc import Callable

from reflect.reports.blocks import Block, Labelled, Lead, Paragraph, Part
from reflect.reports.document import Document
from reflect.reports.group.change import change
from reflect.reports.group.late import late
from reflect.reports.group.measured import measured, reading
from reflect.reports.group.naming import filed, footer
from reflect.reports.group.spread import spread
from reflect.reports.group.talk import talk
from reflect.reports.group.telling import Telling
from reflect.reports.group.withheld import withheld
from reflect.reports.handout import handout


def story() -> tuple[Callable[[Telling], tuple[Part, ...]], ...]:
    """The parts in order; each function gives none, one or several."""
    return (cover, measured, spread, withheld, change, talk, late)


def parts(telling: Telling) -> tuple[Part, ...]:
    """The picture as plain content, cover first."""
    return tuple(part for tell in story() for part in tell(telling))


def report(telling: Telling) -> Document:
    """The picture as a PDF; equal releases give equal bytes."""
    return handout(parts(telling), telling, footer=footer(telling), name=filed(telling, "", "pdf"))


def cover(telling: Telling) -> tuple[Part, ...]:
    """Whose picture it is, and of when."""
    t = telling.t
    title = (
        t("evaluation.title") if telling.is_evaluation else t("moments.title", group=telling.group)
    )
    blocks: list[Block] = [Lead(_opening(telling)), *facts(telling)]
    if not telling.figures:
        blocks += [Paragraph(t("picture.nothing_more")), reading(telling)]
    return (Part("picture", title, tuple(blocks), telling.subject),)


def _opening(telling: Telling) -> str:
    t = telling.t
    if not telling.figures:
        return t("picture.opinion_nothing" if telling.is_evaluation else "picture.nothing")
    if telling.is_union:
        return t("picture.union_lead")
    return t("picture.opinion_lead" if telling.is_evaluation else "picture.lead")


def facts(telling: Telling) -> tuple[Labelled, ...]:
    """The group, its organisation, the moment, and the day that it was closed or told later."""
    t, release = telling.t, telling.release
    told = {
        "group": "" if telling.is_union else telling.group,
        "organisation": telling.organisation,
        "moment": "" if telling.is_evaluation else telling.when(release),
        _told(telling): t.date(release.closed),
    }
    return tuple(
        Labelled(t(f"picture.fact_{name}"), (text,)) for name, text in told.items() if text
    )


def _told(telling: Telling) -> str:
    """What happened on its day: closed, told later, or added up."""
    if telling.is_union:
        return "united"
    return "late" if telling.is_late else "closed"
