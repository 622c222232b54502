"""What to ask a group about its picture: open questions, and never what is good or bad."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reflect.reports.blocks import Labelled, Lead, Note, Part
from reflect.reports.group.change import difference, moved
from reflect.reports.group.extremes import extremes
from reflect.reports.group.telling import Telling

_ALWAYS = (1, 2, 3)
_OF_EACH = 2  # questions about the highest, the lowest and what moved most


@dataclass(frozen=True, slots=True)
class Topic:
    """Something to talk about: where it stands, in words, and the questions."""

    title: str
    lead: str
    questions: tuple[str, ...]


def talk(telling: Telling) -> tuple[Part, ...]:
    """One part, where anything is told."""
    if not telling.figures:
        return ()
    t = telling.t
    first, *others = topics(telling)
    blocks = [Labelled(first.title, first.questions)]
    blocks += [Labelled(one.title, (one.lead, *one.questions)) for one in others]
    said = t("picture.opinion_note" if telling.is_evaluation else "picture.talk_note")
    note = (Note(said),) if others else ()
    return (Part("talk", t("moments.talk_title"), (Lead(t("picture.talk_lead")), *blocks, *note)),)


def topics(telling: Telling) -> Iterator[Topic]:
    """The whole picture first, then what stands out; all that stands out equally, together."""
    t, found = telling.t, extremes(telling)
    whole = tuple(
        t(f"evaluation.talk_{number}" if telling.is_evaluation else f"moments.talk_{number}")
        for number in _ALWAYS
    )
    yield Topic(t("picture.talk_whole"), "", whole)
    shifted = tuple(shift.measure for shift in moved(telling))
    kinds = (("highest", found.highest), ("lowest", found.lowest), ("moved", shifted))
    for kind, which in kinds:
        if which:
            yield _about(telling, kind, which)


def _about(telling: Telling, kind: str, which: Sequence[str]) -> Topic:
    t = telling.t
    asks = "opinion_" if telling.is_evaluation else "talk_"
    lead = t(f"picture.lead_{kind}", which=_listed(telling, which))
    if kind == "moved":
        lead += f" {_differences(telling)}"
    asked = range(1, _OF_EACH + 1)
    questions = tuple(t(f"picture.ask_{asks}{kind}_{number}") for number in asked)
    return Topic(t(f"picture.where_{kind}"), lead, questions)


def _differences(telling: Telling) -> str:
    """How far each moved; by how much is the same for all, the direction may not be."""
    shifts = moved(telling)
    gaps = " / ".join(dict.fromkeys(difference(telling, shift) for shift in shifts))
    key = "moved_same" if all(shift.same_people for shift in shifts) else "moved_by"
    return telling.t(f"picture.{key}", gaps=gaps)


def _listed(telling: Telling, which: Sequence[str]) -> str:
    """The titles in quotes, with "and" before the last: they hold commas of their own."""
    titles = (telling.title(one).rstrip(".") for one in which)
    *others, last = (f"\u2018{title}\u2019" for title in titles)
    if not others:
        return last
    return telling.t("picture.and", first=", ".join(others), last=last)
