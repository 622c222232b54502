"""A score worked out in words and numbers, from the answers that count to the band it falls in."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor

from reflect.questionnaire import Score, mean
from reflect.questionnaire.domains import Domain
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.scoring import GAP
from reflect.reports.numerals import exact
from reflect.reports.outcome import Outcome

_TIMES = "\u00d7"

Shares = Mapping[str, Fraction]  # question -> its place on its scale, 0 to 1; missing ones left out


def needed(domain: Domain, asked: int) -> int:
    """How many answers a score takes: more than the domain's share of what was asked."""
    return floor(domain.least * asked) + 1


def working(
    outcome: Outcome,
    domain: Domain,
    score: Score,
    statements: Sequence[ScaleQuestion],
    shares: Shares,
) -> tuple[str, ...]:
    """The rule about missing answers, the sum, the bands, and confidence, where there are such."""
    counted = [question for question in statements if question.id in shares]
    return (
        _rule(outcome, domain, score),
        *_sum(outcome, score, counted, shares),
        _band(outcome, domain, score),
        *_confidence(outcome, score),
    )


def _rule(outcome: Outcome, domain: Domain, score: Score) -> str:
    """How many answers count, and how many it takes."""
    t = outcome.t
    limit = f"{exact(t, domain.least)} {_TIMES} {score.asked} = "
    limit += exact(t, domain.least * score.asked)
    least = needed(domain, score.asked)
    told = t("reasons.rule", part=score.answered, whole=score.asked, limit=limit, needed=least)
    return told if score.score is not None else f"{told} {t('reasons.none')}"


def _sum(
    outcome: Outcome, score: Score, counted: Sequence[ScaleQuestion], shares: Shares
) -> tuple[str, ...]:
    """The mean of what the answers count as, worked out."""
    if score.score is None:
        return ()
    t = outcome.t
    weighted = any(question.weight != 1 for question in counted)
    terms = [exact(t, mean(shares[question.id])) for question in counted]
    below = str(len(counted))
    if weighted:
        weights = [exact(t, question.exact_weight) for question in counted]
        terms = [f"{w} {_TIMES} {term}" for w, term in zip(weights, terms, strict=True)]
        below = f"({' + '.join(weights)})"
    value = mean(score.score)
    worked = f"({' + '.join(terms)}) / {below} = {exact(t, value)}"
    return (t("reasons.sum", sum=worked, shown=t.number(value)),)


def _band(outcome: Outcome, domain: Domain, score: Score) -> str:
    """Each band with its stretch ("…" up to 2.50; "…" from 2.50), and the one that it is."""
    t, found = outcome.t, outcome.band(score)
    edges = [exact(t, mean(edge), 2) for edge in domain.edges]
    titles = [outcome.say(band.title) for band in domain.bands]
    first = t("reasons.edge_below", band=titles[0], edge=edges[0]) if edges else titles[0]
    above = [
        t("reasons.edge_from", band=band, edge=edge)
        for band, edge in zip(titles[1:], edges, strict=True)
    ]
    told = t("reasons.edges", bands="; ".join([first, *above]))
    if found is None or score.score is None:
        return told
    value = exact(t, mean(score.score))
    return told + " " + t("reasons.falls", value=value, band=outcome.say(found.title))


def _confidence(outcome: Outcome, score: Score) -> tuple[str, ...]:
    """Confidence beside the score, both from 0 to 1, and from where a gap is named."""
    if score.score is None or score.confidence is None:
        return ()
    t = outcome.t
    figures = {
        "confidence": score.confidence,
        "score": score.score,
        "gap": abs(score.confidence - score.score),
        "limit": GAP,
    }
    return (t("reasons.confidence", **{name: exact(t, one) for name, one in figures.items()}),)
