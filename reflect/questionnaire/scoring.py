"""Answers to a Profile: a Score for each domain, in exact fractions, and what was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Self

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.domains import Domain
from reflect.questionnaire.path import asked, path
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import Answer, Phase
from reflect.questionnaire.questions.scale import ScaleQuestion

SCORING = 1  # the version of these rules; it is frozen into every profile
GAP = Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class Score:
    """One domain of one person; `score` and `confidence` run from 0 to 1, None when missing."""

    domain: str
    score: Fraction | None
    answered: int
    asked: int
    band: str | None = None
    confidence: Fraction | None = None
    highest: tuple[str, ...] = ()
    lowest: tuple[str, ...] = ()

    @property
    def gap(self) -> Fraction | None:
        """Confidence less score where they lie a quarter or more apart, else None."""
        if self.score is None or self.confidence is None:
            return None
        gap = self.confidence - self.score
        return gap if abs(gap) >= GAP else None


@dataclass(frozen=True, slots=True)
class Profile:
    """One person's outcome, frozen at submission: scores, and the answers on the path."""

    questionnaire: str
    version: int
    fingerprint: str
    phase: Phase
    scores: tuple[Score, ...]
    answers: Mapping[str, Answer] = field(default_factory=dict)
    scoring: int = SCORING

    def to_json(self) -> dict[str, Any]:
        """A plain shape for JSON; fractions become text such as "3/4"."""
        scores = [
            {
                "domain": score.domain,
                "score": _text(score.score),
                "answered": score.answered,
                "asked": score.asked,
                "band": score.band,
                "confidence": _text(score.confidence),
                "highest": list(score.highest),
                "lowest": list(score.lowest),
            }
            for score in self.scores
        ]
        names = ("questionnaire", "version", "fingerprint", "phase", "scoring")
        return {
            **{name: getattr(self, name) for name in names},
            "scores": scores,
            "answers": {q: list(a) if isinstance(a, tuple) else a for q, a in self.answers.items()},
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        """The profile that to_json() wrote."""
        scores = tuple(
            Score(
                **score
                | {name: score[name] and Fraction(score[name]) for name in ("score", "confidence")}
                | {name: tuple(score[name]) for name in ("highest", "lowest")}
            )
            for score in plain["scores"]
        )
        answers = {q: tuple(a) if isinstance(a, list) else a for q, a in plain["answers"].items()}
        return cls(**{**plain, "scores": scores, "answers": answers})


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def mean(score: Fraction) -> Fraction:
    """A score from 0 to 1 as the mean on the scale from 1 to 5."""
    return 1 + 4 * score


def score(questionnaire: Questionnaire, phase: Phase, answers: Mapping[str, Answer]) -> Profile:
    """What a person's answers mean, by the rules of docs/scoring.md."""
    on_path = asked(path(questionnaire, phase, answers))
    given = {q: answers[q] for q in on_path if q in answers}
    return Profile(
        questionnaire.id,
        questionnaire.version,
        questionnaire.fingerprint,
        phase,
        tuple(_domain(questionnaire, domain, on_path, given) for domain in questionnaire.domains),
        given,
    )


def _domain(
    questionnaire: Questionnaire,
    domain: Domain,
    on_path: Mapping[str, AnyQuestion],
    given: Mapping[str, Answer],
) -> Score:
    statements = [q for q in questionnaire.scored[domain.id] if q.id in on_path]
    shares = {q.id: q.score(questionnaire, given.get(q.id)) for q in statements}
    known = {q: share for q, share in shares.items() if share is not None}
    counts = (len(known), len(statements))
    confidence = _confidence(questionnaire, domain, on_path, given)
    value = _weighed(domain, statements, shares)
    if value is None:
        return Score(domain.id, None, *counts, confidence=confidence)
    return Score(domain.id, value, *counts, domain.band(value).id, confidence, *_extremes(known))


def over(
    questionnaire: Questionnaire,
    domain: Domain,
    statements: Sequence[ScaleQuestion],
    given: Mapping[str, Answer],
) -> Fraction | None:
    """The score over these statements of a domain, 0 to 1; None when too few have an answer."""
    shares = {q.id: q.score(questionnaire, given.get(q.id)) for q in statements}
    return _weighed(domain, statements, shares)


def _weighed(
    domain: Domain, statements: Sequence[ScaleQuestion], shares: Mapping[str, Fraction | None]
) -> Fraction | None:
    pairs = [(q.exact_weight, shares[q.id]) for q in statements]
    known = [(weight, share) for weight, share in pairs if share is not None]
    if not known or Fraction(len(known), len(pairs)) <= domain.least:
        return None
    weighed = sum((weight * share for weight, share in known), Fraction(0))
    return weighed / sum(weight for weight, _ in known)


def _confidence(
    questionnaire: Questionnaire,
    domain: Domain,
    on_path: Mapping[str, AnyQuestion],
    given: Mapping[str, Answer],
) -> Fraction | None:
    sure = ("confidence", domain.id)
    for question in on_path.values():
        if question.type == "scale" and (question.use, question.domain) == sure:
            return question.score(questionnaire, given.get(question.id))
    return None


def _extremes(known: Mapping[str, Fraction]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The highest and the lowest statements, ties all named; none when all are equal."""
    top, bottom = max(known.values()), min(known.values())
    if top == bottom:
        return (), ()
    return (
        tuple(q for q, share in known.items() if share == top),
        tuple(q for q, share in known.items() if share == bottom),
    )
