"""Who came after closing: each set that was told of is a picture by itself, below the first."""

from reflect.reports.blocks import Block, Figures, Heading, Lead, Note, Part
from reflect.reports.group.measured import measured
from reflect.reports.group.spread import spread
from reflect.reports.group.telling import Telling
from reflect.reports.group.withheld import withheld


def late(telling: Telling) -> tuple[Part, ...]:
    """A part for each set; without one nothing says whether anybody was late."""
    return tuple(_part(telling, one) for one in telling.latecomers)


def named(telling: Telling) -> str:
    """What a late set is called; from the second on it has a number."""
    t, number = telling.t, telling.release.turn - 1
    return t("picture.late") if number == 1 else t("picture.late_number", number=number)


def opening(telling: Telling) -> str:
    """Whom it is about, and since when it is there."""
    return telling.t("picture.late_lead", day=telling.t.date(telling.release.closed))


def _part(whole: Telling, telling: Telling) -> Part:
    """The same blocks by the same rules; what they mean stands above, in the first picture."""
    blocks: list[Block] = [Lead(opening(telling)), Note(whole.t("picture.late_apart"))]
    for part in (*measured(telling), *spread(telling)):
        shown = [block for block in part.blocks if not isinstance(block, Lead)]
        is_table = isinstance(shown[0], Figures)  # which has a title of its own
        blocks += shown if is_table else [Heading(part.title), *shown]
    for part in withheld(telling):
        blocks += [Heading(part.title), *part.blocks]
    return Part(f"late-{telling.release.turn - 1}", named(telling), tuple(blocks), apart=True)
