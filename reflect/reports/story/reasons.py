"""Why a domain says what it says: the answers behind a score, and the rules that made it."""

from fractions import Fraction
from math import floor

from reflect.questionnaire import Score, mean
from reflect.questionnaire.domains import Domain
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.reports.blocks import Block, Details, Figures, Note
from reflect.reports.outcome import Outcome


def needed(domain: Domain, asked: int) -> int:
    """How many answers a score takes: more than the domain's share of what was asked."""
    return floor(Fraction(str(domain.answered_more_than)) * asked) + 1


def reasons(outcome: Outcome, domain: Domain, score: Score) -> tuple[Block, ...]:
    """The details of a domain of which something was answered, be it "not applicable"."""
    statements = [
        question
        for question in outcome.questionnaire.scored[domain.id]
        if question.id in outcome.questions
    ]
    if not any(question.id in outcome.profile.answers for question in statements):
        return ()
    t = outcome.t
    columns = tuple(t(f"report.column_{name}") for name in ("statement", "answer", "counts"))
    rule = t("report.rule", needed=needed(domain, score.asked), whole=score.asked)
    turned = " " + t("report.reversal") if any(q.reverse for q in statements) else ""
    return (
        Details(
            t("report.why"),
            (
                Figures("", columns, tuple(_row(outcome, q) for q in statements)),
                Note(rule + turned),
                Note(t("report.edges", bands=_bands(outcome, domain))),
            ),
        ),
    )


def _row(outcome: Outcome, question: ScaleQuestion) -> tuple[str, str, str]:
    t = outcome.t
    given = outcome.profile.answers.get(question.id)
    share = question.score(outcome.questionnaire, given)
    words = outcome.answer(question.id) or t("report.no_answer")
    figure = f" ({given})" if isinstance(given, int) and words != str(given) else ""
    text = outcome.say(question.text)
    if question.reverse:
        text += " " + t("report.reversed")
    if question.weight != 1:
        text += " " + t("report.weight", weight=t.number(question.weight))
    counts = t("report.not_counted") if share is None else t.number(mean(share))
    return text, words + figure, counts


def _bands(outcome: Outcome, domain: Domain) -> str:
    """Each band with its stretch: "…" up to 2,50 · "…" from 2,50 · "…" from 3,75."""
    t = outcome.t
    edges = [t.number(mean(edge), 2) for edge in domain.edges]
    titles = [outcome.say(band.title) for band in domain.bands]
    first = t("report.edge_below", band=titles[0], edge=edges[0]) if edges else titles[0]
    above = [
        t("report.edge_from", band=band, edge=edge)
        for band, edge in zip(titles[1:], edges, strict=True)
    ]
    return "; ".join([first, *above])
