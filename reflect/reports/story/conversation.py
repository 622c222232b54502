"""The page for a conversation: open questions at the ends of the profile, and no figures."""

from collections.abc import Iterable

from reflect.questionnaire import Score
from reflect.reports.blocks import Block, Heading, Labelled, Lead, Part, Room
from reflect.reports.outcome import Outcome


def conversation(outcome: Outcome) -> tuple[Part, ...]:
    """One part, for a questionnaire with domains."""
    t = outcome.t
    if not outcome.profile.scores:
        return ()
    before = tuple(t(f"conversation.before_{number}") for number in range(1, 4))
    blocks = (
        Lead(t("conversation.lead")),
        Labelled(t("conversation.before"), before),
        *(_ends(outcome) or [Room(t("conversation.ask_choose"), 3)]),
        *_gaps(outcome),
        Room(t("conversation.ask_taken"), 2),
        Room(t("conversation.ask_next"), 2),
    )
    return (Part("conversation", t("conversation.title"), blocks, apart=True),)


def _ends(outcome: Outcome) -> list[Block]:
    """The highest and the lowest domains, ties all named; none when all are equal."""
    known = {s.domain: s.score for s in outcome.profile.scores if s.score is not None}
    if len(set(known.values())) < 2:  # noqa: PLR2004 - an end has another
        return []
    ends = {"highest": max(known.values()), "lowest": min(known.values())}
    return [
        block
        for end, value in ends.items()
        for block in _end(outcome, end, [s for s in outcome.profile.scores if s.score == value])
    ]


def _end(outcome: Outcome, end: str, scores: list[Score]) -> Iterable[Block]:
    """What the questionnaire asks of whoever is there, and room for the answer."""
    t = outcome.t
    yield Heading(t.plural(f"conversation.{end}", len(scores)))
    for score in scores:
        yield Labelled(_title(outcome, score), (outcome.prompt(score),))
    yield Room(t(f"conversation.ask_{end}"), 3)


def _gaps(outcome: Outcome) -> list[Block]:
    """Where confidence and answers lie apart: in which direction, not how far."""
    t = outcome.t
    gaps = [(score.gap, _title(outcome, score)) for score in outcome.profile.scores if score.gap]
    ways = {
        "more": tuple(title for gap, title in gaps if gap > 0),
        "less": tuple(title for gap, title in gaps if gap < 0),
    }
    told = [Labelled(t(f"conversation.sure_{way}"), texts) for way, texts in ways.items() if texts]
    return [Heading(t("conversation.gap")), *told, Room(t("conversation.ask_gap"), 2)] * bool(told)


def _title(outcome: Outcome, score: Score) -> str:
    return outcome.say(outcome.questionnaire.domain(score.domain).title)
