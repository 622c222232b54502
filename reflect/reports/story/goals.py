"""Goals: what became of earlier ones, and what the person means to do now, or room to write it."""

from collections.abc import Iterator

from reflect.reports.blocks import (
    Blank,
    Block,
    Labelled,
    Lead,
    Note,
    Paragraph,
    Part,
    Quote,
    Room,
)
from reflect.reports.outcome import Goal, Outcome

_ROWS = 2  # on paper, for who writes them by hand
_LINES = 2  # to write on, of what came of one


def goals(outcome: Outcome) -> tuple[Part, ...]:
    """The part of now, and before it, where there were goals, that of then."""
    return (*goals_then(outcome), _now(outcome))


def goals_written(outcome: Outcome) -> tuple[Part, ...]:
    """The same for where nothing is asked for: only what was written."""
    return goals(outcome) if outcome.goals else goals_then(outcome)


def goals_then(outcome: Outcome) -> tuple[Part, ...]:
    """Earlier goals with what became of them, or room to write it."""
    t = outcome.t
    if not outcome.looked_back:
        return ()
    lead = Lead(t("goals.then_lead"))
    told = (block for goal in outcome.looked_back for block in _looked_back(outcome, goal))
    return (Part("goals-then", t("goals.then"), (lead, *told)),)


def _looked_back(outcome: Outcome, goal: Goal) -> Iterator[Block]:
    t = outcome.t
    yield from _told(outcome, goal, t.date(goal.day) if goal.day else "")
    if not goal.came_of_it:
        yield Room(t("goals.came_of_it"), _LINES)


def _now(outcome: Outcome) -> Part:
    t = outcome.t
    told = tuple(
        block
        for number, goal in enumerate(outcome.goals, 1)
        for block in _told(outcome, goal, t("goals.nth", number=number))
    )
    lead = Lead(t("goals.lead" if told else "goals.none_lead"))
    return Part("goals", t("goals.title"), (lead, *(told or _empty(outcome))))


def _told(outcome: Outcome, goal: Goal, title: str) -> Iterator[Block]:
    """One goal: as it was typed, with what was filled in of the rest."""
    t = outcome.t
    named = ": ".join(filter(None, (title, goal.domain)))
    yield Quote(named or t("goals.one"), goal.what)
    review = t.date(goal.review) if goal.review else ""
    rest = {"when": goal.when, "with_whom": goal.with_whom, "review": review}
    for name, text in rest.items():
        if text:
            yield Labelled(t(f"goals.{name}_short"), (text,))
    if goal.came_of_it:
        yield Quote(t("goals.came_of_it"), goal.came_of_it)


def _empty(outcome: Outcome) -> Iterator[Block]:
    """Nothing was written: that is said, and there is room for a pen."""
    t = outcome.t
    yield Paragraph(t("goals.none"))
    lines = tuple(t(f"goals.{name}_short") for name in ("what", "when", "with_whom", "review"))
    for number in range(1, _ROWS + 1):
        yield Blank(t("goals.nth", number=number), lines)
    yield Note(t("goals.plan"))
