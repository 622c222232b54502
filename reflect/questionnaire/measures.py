"""What one response gives to a group: a closed list of measures, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.scoring import Profile

Kind = Literal["domain", "confidence", "context", "grade"]
DOMAIN_SHOWN = (1, 5)  # a domain is shown as a mean from 1 to 5


@dataclass(frozen=True, slots=True)
class Measure:
    """Something a group can have a mean of; low and high are the ends of the shown scale."""

    kind: Kind
    of: str  # the id of a domain, or of a question
    low: int
    high: int

    @property
    def id(self) -> str:
        """Such as domain:signalen or context:tijd."""
        return f"{self.kind}:{self.of}"


def measures(questionnaire: Questionnaire) -> tuple[Measure, ...]:
    """Every measure of a questionnaire: its domains, then its questions, in their order."""
    domains = [Measure("domain", domain.id, *DOMAIN_SHOWN) for domain in questionnaire.domains]
    return (*domains, *_asked(questionnaire))


def _asked(questionnaire: Questionnaire) -> list[Measure]:
    found = []
    for question in _counted(questionnaire):
        scale = questionnaire.scale_of(question)
        found.append(Measure(question.use, question.id, scale.minimum, scale.maximum))  # type: ignore[arg-type] # _counted leaves out None and "none"
    return found


def _counted(questionnaire: Questionnaire) -> list[ScaleQuestion]:
    """The questions that give a measure of their own."""
    return [
        question
        for question in questionnaire.questions.values()
        if isinstance(question, ScaleQuestion) and question.use not in (None, "none")
    ]


def contribution(questionnaire: Questionnaire, profile: Profile) -> Mapping[str, Fraction]:
    """The measures of one profile by their id, each from 0 to 1; a missing one is left out."""
    shares = {f"domain:{score.domain}": score.score for score in profile.scores}
    for question in _counted(questionnaire):
        answer = profile.answers.get(question.id)
        shares[f"{question.use}:{question.id}"] = question.score(questionnaire, answer)
    return {measure: share for measure, share in shares.items() if share is not None}
