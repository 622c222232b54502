"""A part for each domain: the score, what it can mean, and the answers that it rests on."""

from reflect.questionnaire import Score, mean
from reflect.questionnaire.domains import Domain
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.reports.blocks import (
    Band,
    Block,
    Labelled,
    Link,
    Links,
    Mark,
    Note,
    Paragraph,
    Part,
    Picture,
)
from reflect.reports.outcome import Outcome
from reflect.reports.story.reasons import reasons
from reflect.reports.story.working import needed


def domains(outcome: Outcome) -> tuple[Part, ...]:
    """As many parts as there are domains, in the order of the questionnaire."""
    scores = outcome.profile.scores
    return tuple(
        _domain(outcome, score, outcome.t("report.nth", nth=nth, count=len(scores)))
        for nth, score in enumerate(scores, start=1)
    )


def _domain(outcome: Outcome, score: Score, above: str) -> Part:
    domain = outcome.questionnaire.domain(score.domain)
    blocks = (
        *(_scored(outcome, domain, score) or _missing(outcome, domain, score)),
        *_sure(outcome, score),
        *_statements(outcome, "highest", score.highest),
        *_statements(outcome, "lowest", score.lowest),
        *_further(outcome, domain),
        *reasons(outcome, domain, score),
    )
    return Part(f"domain-{domain.id}", outcome.say(domain.title), blocks, above)


def _scored(outcome: Outcome, domain: Domain, score: Score) -> tuple[Block, ...]:
    t, band = outcome.t, outcome.band(score)
    if score.score is None or band is None:
        return ()
    value = mean(score.score)
    mark = Mark(outcome.say(domain.title), value)
    gauge = Picture("gauge", (mark,), "", edges=tuple(mean(edge) for edge in domain.edges))
    based_on = t("report.based_on", part=score.answered, whole=score.asked)
    return (
        Band(t.number(value), t("report.scale"), outcome.say(band.title), based_on, gauge),
        Paragraph(outcome.say(band.text)),
        Labelled(t("report.prompt"), (outcome.say(band.prompt),)),
    )


def _missing(outcome: Outcome, domain: Domain, score: Score) -> tuple[Block, ...]:
    t = outcome.t
    if not score.asked:
        reason = t("report.none_asked")
    elif not score.answered:
        reason = t("report.none_answered")
    else:
        reason = t(
            "report.too_few",
            part=score.answered,
            whole=score.asked,
            needed=needed(domain, score.asked),
        )
    return Paragraph(reason), Note(outcome.say(domain.about))


def _sure(outcome: Outcome, score: Score) -> tuple[Block, ...]:
    if score.confidence is None:
        return ()
    t = outcome.t
    text = t("report.sure_figure", figure=t.number(score.confidence * 10, 0))
    if score.gap:
        side = "more" if score.gap > 0 else "less"
        text += " " + t(f"report.sure_{side}")
    return (Labelled(t("report.sure"), (text,)),)


def _statements(outcome: Outcome, end: str, ids: tuple[str, ...]) -> tuple[Block, ...]:
    if not ids:
        return ()
    label = f"report.{end}_more" if len(ids) > 1 else f"report.{end}"
    texts = tuple(_statement(outcome, question) for question in ids)
    return (Labelled(outcome.t(label), texts),)


def _statement(outcome: Outcome, name: str) -> str:
    """The words of a statement, whether it counts the other way round, and the answer."""
    question = outcome.questions[name]
    text = outcome.say(question.text)
    if isinstance(question, ScaleQuestion) and question.reverse:
        text += " " + outcome.t("report.reversed")
    return outcome.t("report.statement", statement=text, answer=outcome.answer(name))


def _further(outcome: Outcome, domain: Domain) -> tuple[Block, ...]:
    if not domain.further:
        return ()
    links = tuple(Link(outcome.say(further.title), further.url) for further in domain.further)
    return (Links(outcome.t("report.further"), links),)
