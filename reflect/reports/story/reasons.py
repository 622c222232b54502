"""Why a domain says what it says: its answers, each with what it counts as, and the rules."""

from collections.abc import Sequence
from fractions import Fraction

from reflect.questionnaire import Score, mean
from reflect.questionnaire.domains import Domain
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.reports.blocks import Block, Details, Figures, Note
from reflect.reports.numerals import exact
from reflect.reports.outcome import Outcome
from reflect.reports.story.working import Shares, working

_MINUS, _NOTHING = "\u2212", "\u2013"
_HELD = "\u00a0"  # a space that keeps its line


def reasons(outcome: Outcome, domain: Domain, score: Score) -> tuple[Block, ...]:
    """The details of a domain of which something was answered, be it "not applicable"."""
    statements = [
        question
        for question in outcome.questionnaire.scored[domain.id]
        if question.id in outcome.questions
    ]
    if not any(question.id in outcome.profile.answers for question in statements):
        return ()
    shares = {
        question.id: share
        for question in statements
        if (share := _share(outcome, question)) is not None
    }
    notes = working(outcome, domain, score, statements, shares)
    table = _table(outcome, statements, shares)
    return (Details(outcome.t("reasons.why"), (table, *map(Note, notes))),)


def _share(outcome: Outcome, question: ScaleQuestion) -> Fraction | None:
    return question.score(outcome.questionnaire, outcome.profile.answers.get(question.id))


def _table(outcome: Outcome, statements: Sequence[ScaleQuestion], shares: Shares) -> Figures:
    """A row a statement; a column with weights only where they differ from one."""
    t = outcome.t
    weighted = any(question.weight != 1 for question in statements)
    head = [t("report.column_statement"), t("report.column_answer"), t("reasons.column_share")]
    if weighted:
        head.append(t("reasons.column_weight"))
    rows = []
    for question in statements:
        share = shares.get(question.id)
        row = [*_answer(outcome, question), _place(outcome, question, share)]
        if weighted:
            row.append(exact(t, question.exact_weight))
        row.append(t("reasons.not_counted") if share is None else exact(t, mean(share)))
        rows.append(tuple(row))
    return Figures("", (*head, t("reasons.column_counts")), tuple(rows))


def _answer(outcome: Outcome, question: ScaleQuestion) -> tuple[str, str]:
    """The statement, and the answer as it was given: in words, and the figure it stands for."""
    t, given = outcome.t, outcome.profile.answers.get(question.id)
    words = outcome.answer(question.id) or t("reasons.no_answer")
    figure = f" ({given})" if isinstance(given, int) and words != str(given) else ""
    turned = " " + t("report.reversed") if question.reverse else ""
    return outcome.say(question.text) + turned, words + figure


def _place(outcome: Outcome, question: ScaleQuestion, share: Fraction | None) -> str:
    """The place on the scale worked out: "(4 - 1) / 4 = 0.75", reversed "(5 - 4) / 4 = 0.25"."""
    given, scale = outcome.profile.answers.get(question.id), outcome.scale(question.id)
    if share is None or not isinstance(given, int):
        return _NOTHING
    ends = (scale.maximum, given) if question.reverse else (given, scale.minimum)
    high, low = (f"{_MINUS}{-end}" if end < 0 else str(end) for end in ends)
    low = f"({low})" if ends[1] < 0 else low
    range_ = scale.maximum - scale.minimum
    told = f"({high} {_MINUS} {low}) / {range_} = {exact(outcome.t, share)}"
    return told.replace(" ", _HELD)
