"""How well the statements of a domain belong together: for whoever owns the instrument.

Never of one person, and no part of anybody's report.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Literal

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.questions.base import Answer, Phase
from reflect.questionnaire.questions.scale import ScaleQuestion

FEWEST_PEOPLE = 30
FEWEST_STATEMENTS = 2
Without = Literal["statements", "people", "spread"]
Row = Sequence[Fraction]
LABELS = (
    (Fraction(9, 10), "high: are some statements the same?"),
    (Fraction(8, 10), "good"),
    (Fraction(7, 10), "acceptable"),
    (Fraction(6, 10), "doubtful"),
)
LOWEST = "weak"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a domain: the share of people (0 to 1) who gave no figure, and its fit.

    rest: the correlation with the mean of the others, -1 to 1; None where nothing varies.
    """

    question: str
    missing: Fraction
    rest: float | None


@dataclass(frozen=True, slots=True)
class Reliability:
    """A domain over many people; alpha is None where it would say nothing, `without` says why."""

    domain: str
    statements: tuple[Statement, ...]
    people: int
    complete: int
    alpha: Fraction | None
    without: Without | None

    @property
    def label(self) -> str:
        """What an alpha of that height is usually called; "" without one."""
        if self.alpha is None:
            return ""
        return next((label for least, label in LABELS if self.alpha >= least), LOWEST)


def reliability(
    questionnaire: Questionnaire, phase: Phase, people: Iterable[Mapping[str, Answer]]
) -> tuple[Reliability, ...]:
    """Each domain over the answers of many people at one moment, a mapping for each of them.

    As in scoring: reversed where reversed, 0 to 1, "na" and no answer both missing; weights aside.
    """
    scored = {
        domain.id: _asked(questionnaire, domain.id, phase) for domain in questionnaire.domains
    }
    rows: dict[str, list[list[Fraction | None]]] = {domain: [] for domain in scored}
    for answers in people:
        for domain, asked in scored.items():
            rows[domain].append([q.score(questionnaire, answers.get(q.id)) for q in asked])
    return tuple(_domain(domain, scored[domain], rows[domain]) for domain in scored)


def alpha(rows: Sequence[Row]) -> Fraction | None:
    """Cronbach's alpha of complete cases, a row a person; None where it is not defined.

    k / (k - 1) * (1 - sum of the variances / variance of the sums), sample variances
    (Cronbach 1951, Psychometrika 16).
    """
    count = len(rows[0]) if rows else 0
    total = variance(_sums(rows))
    if count < FEWEST_STATEMENTS or not total:
        return None
    apart = sum((variance(column) for column in zip(*rows, strict=True)), Fraction(0))
    return Fraction(count, count - 1) * (1 - apart / total)


def variance(values: Row) -> Fraction:
    """The sample variance; 0 for fewer than two values."""
    return _together(values, values) / max(len(values) - 1, 1)


def correlation(first: Row, second: Row) -> float | None:
    """Pearson's r; None where one of them does not vary."""
    spread = _together(first, first) * _together(second, second)
    return float(_together(first, second)) / sqrt(spread) if spread else None


def _together(first: Row, second: Row) -> Fraction:
    """The sum of the products of two columns' distances from their means."""
    count = max(len(first), 1)
    products = sum((a * b for a, b in zip(first, second, strict=True)), Fraction(0))
    return products - sum(first, Fraction(0)) * sum(second, Fraction(0)) / count


def _sums(rows: Iterable[Row]) -> list[Fraction]:
    return [sum(row, Fraction(0)) for row in rows]


def _asked(questionnaire: Questionnaire, domain: str, phase: Phase) -> list[ScaleQuestion]:
    """The statements of a domain that somebody may be asked in that phase."""
    in_phase = {
        question.id
        for section in questionnaire.sections
        for question in section.questions
        if all(one.phases is None or phase in one.phases for one in (section, question))
    }
    return [question for question in questionnaire.scored[domain] if question.id in in_phase]


def _domain(
    domain: str, asked: Sequence[ScaleQuestion], rows: Sequence[Sequence[Fraction | None]]
) -> Reliability:
    complete = [figures for row in rows if len(figures := _known(row)) == len(asked)]
    columns = list(zip(*complete, strict=True)) if complete else [()] * len(asked)
    given = zip(*rows, strict=True) if rows else [()] * len(asked)
    statements = tuple(
        Statement(question.id, _missing(answers), _rest(columns, nth))
        for nth, (question, answers) in enumerate(zip(asked, given, strict=True))
    )
    without = _without(len(asked), complete)
    found = None if without else alpha(complete)
    return Reliability(domain, statements, len(rows), len(complete), found, without)


def _known(row: Sequence[Fraction | None]) -> list[Fraction]:
    return [figure for figure in row if figure is not None]


def _missing(answers: Sequence[Fraction | None]) -> Fraction:
    return Fraction(sum(one is None for one in answers), max(len(answers), 1))


def _rest(columns: Sequence[Row], nth: int) -> float | None:
    """One statement beside the sum of all others."""
    others = [column for number, column in enumerate(columns) if number != nth]
    return correlation(columns[nth], _sums(zip(*others, strict=True))) if others else None


def _without(statements: int, complete: Sequence[Row]) -> Without | None:
    """Why there is no alpha; None where there is one."""
    if statements < FEWEST_STATEMENTS:
        return "statements"
    if len(complete) < FEWEST_PEOPLE:
        return "people"
    return None if variance(_sums(complete)) else "spread"
