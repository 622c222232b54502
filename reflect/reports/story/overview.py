"""The profile: all domains beside each other in bars, in a radar, and in a table."""

from fractions import Fraction

from reflect.questionnaire import Score, mean
from reflect.reports.blocks import Figures, Labelled, Lead, Mark, Paragraph, Part, Picture
from reflect.reports.outcome import Outcome

_NOTHING = "\u2013"  # a dash in a cell
_WEB = 3  # a radar with fewer scores is no web


def overview(outcome: Outcome) -> tuple[Part, ...]:
    """One part, for a questionnaire with domains."""
    t, scores = outcome.t, outcome.profile.scores
    if not scores:
        return ()
    known = sum(score.score is not None for score in scores)
    title = t("report.profile")
    if not known:
        none = Lead(t("report.profile_none")), Paragraph(t("report.profile_none_more"))
        return (Part("profile", title, none),)
    web = (_radar(outcome),) if known >= _WEB else ()
    reading = tuple(t(f"report.reading_{number}") for number in range(1, 5))
    blocks = (
        Lead(t("report.profile_lead")),
        _bars(outcome),
        Labelled(t("report.reading"), reading),
        _table(outcome),
        *web,
    )
    return (Part("profile", title, blocks),)


def _bars(outcome: Outcome) -> Picture:
    t = outcome.t
    marks = _marks(outcome)
    rows = "; ".join(
        f"{mark.label}: {', '.join(filter(None, (mark.number, mark.words)))}" for mark in marks
    )
    edges = {outcome.questionnaire.domain(s.domain).edges for s in outcome.profile.scores}
    shared = edges.pop() if len(edges) == 1 else ()  # one line through all bars, or none
    return Picture(
        "bars",
        marks,
        t("report.bars", rows=rows),
        t("report.bars_title"),
        edges=tuple(mean(edge) for edge in shared),
    )


def _radar(outcome: Outcome) -> Picture:
    t = outcome.t
    return Picture("radar", _marks(outcome), t("report.radar"), t("report.radar_title"))


def _marks(outcome: Outcome) -> tuple[Mark, ...]:
    return tuple(
        Mark(
            outcome.say(outcome.questionnaire.domain(score.domain).title),
            None if score.score is None else mean(score.score),
            _number(outcome, score),
            _band(outcome, score),
        )
        for score in outcome.profile.scores
    )


def _table(outcome: Outcome) -> Figures:
    t = outcome.t
    columns = ("domain", "score", "band", "based", "sure")
    return Figures(
        t("report.same_figures"),
        tuple(t(f"report.column_{column}") for column in columns),
        tuple(
            (
                outcome.say(outcome.questionnaire.domain(score.domain).title),
                _number(outcome, score) or _NOTHING,
                _band(outcome, score),
                t("report.of", part=score.answered, whole=score.asked),
                _sure(outcome, score.confidence),
            )
            for score in outcome.profile.scores
        ),
    )


def _number(outcome: Outcome, score: Score) -> str:
    return "" if score.score is None else outcome.t.number(mean(score.score))


def _band(outcome: Outcome, score: Score) -> str:
    band = outcome.band(score)
    return outcome.say(band.title) if band else outcome.t("report.no_score")


def _sure(outcome: Outcome, confidence: Fraction | None) -> str:
    t = outcome.t
    if confidence is None:
        return _NOTHING
    return t("report.of", part=t.number(confidence * 10, 0), whole=10)
