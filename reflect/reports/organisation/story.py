"""What is said of groups beside each other, in order: for a page, and for a factsheet."""

from collections.abc import Iterator
from dataclasses import dataclass

from reflect.reports.blocks import Labelled
from reflect.reports.group.measured import KINDS
from reflect.reports.organisation.beside import Beside
from reflect.reports.organisation.strips import Strip, strip


@dataclass(frozen=True, slots=True)
class Chapter:
    """All measures of a kind, each with the groups beside each other."""

    id: str
    title: str
    lead: str
    strips: tuple[Strip, ...]


def chapters(beside: Beside) -> Iterator[Chapter]:
    """A chapter for each kind of which any group was told something."""
    for kind in KINDS:
        if which := beside.of(kind):
            title, lead = (beside.t(f"organisation.{word}_{kind}") for word in ("part", "lead"))
            yield Chapter(f"{kind}s", title, lead, tuple(strip(beside, one) for one in which))


def title(beside: Beside) -> str:
    """21 groups beside each other."""
    return beside.t("organisation.title", count=len(beside.tellings))


def opening(beside: Beside) -> str:
    """What one looks at; where nothing may be told, that, and that nothing is wrong."""
    return beside.t("organisation.opening" if beside.order else "organisation.nothing")


def facts(beside: Beside) -> tuple[Labelled, ...]:
    """Of which organisation, of which moment, and when it was closed."""
    t, first, last = beside.t, beside.first, beside.last
    days = t.date(first)
    if first != last:
        days = f"{days} \u2013 {t.date(last)}"
    told = {"organisation": beside.place, "moment": beside.when, "closed": days}
    return tuple(Labelled(t(f"picture.fact_{name}"), (text,)) for name, text in told.items())


def care(beside: Beside) -> tuple[Labelled, ...]:
    """How to read it, what a difference may mean, and what it does not say."""
    return tuple(
        Labelled(
            beside.t(f"organisation.{name}"),
            tuple(beside.t(f"organisation.{name}_{number}") for number in range(1, count + 1)),
        )
        for name, count in (("read", 3), ("may", 3), ("not", 3))
    )


def talk(beside: Beside) -> Labelled:
    """What to ask each other about it."""
    asked = tuple(beside.t(f"organisation.talk_{number}") for number in (1, 2, 3))
    return Labelled(beside.t("moments.talk_title"), asked)


def whole(beside: Beside) -> str:
    """What the last row is, where it is of the whole organisation."""
    if beside.whole is None:
        return ""
    return beside.t("organisation.whole_note", day=beside.t.date(beside.whole.day))
