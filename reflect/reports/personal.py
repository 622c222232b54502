"""The personal report: story() is its parts in order; a page draws them, personal() prints them."""

from collections.abc import Callable

from reflect.reports.blocks import Part
from reflect.reports.document import Document
from reflect.reports.handout import handout
from reflect.reports.outcome import Outcome
from reflect.reports.story.change import change
from reflect.reports.story.conversation import conversation
from reflect.reports.story.cover import cover
from reflect.reports.story.domains import domains
from reflect.reports.story.goals import goals
from reflect.reports.story.overview import overview
from reflect.reports.story.ownwords import ownwords
from reflect.reports.story.reckoning import reckoning
from reflect.reports.story.shifts import cases, pairs
from reflect.reports.story.surroundings import practice, surroundings


def story() -> tuple[Callable[[Outcome], tuple[Part, ...]], ...]:
    """The parts in order; each function gives none, one or several."""
    return (
        cover,
        overview,
        domains,
        change,
        cases,
        pairs,
        surroundings,
        practice,
        ownwords,
        goals,
        conversation,
        reckoning,
    )


def parts(outcome: Outcome) -> tuple[Part, ...]:
    """The report as plain content, cover first."""
    return tuple(part for tell in story() for part in tell(outcome))


def personal(outcome: Outcome) -> Document:
    """The report as a PDF; equal input gives equal bytes. The name goes nowhere but in there."""
    told, t, day = parts(outcome), outcome.t, outcome.day
    return handout(
        told,
        outcome,
        footer=t("report.footer", title=told[0].title, day=t.date(day)),
        name=f"{t('report.file')}-{day.isoformat()}.pdf",
        behind=t("report.behind"),
    )
