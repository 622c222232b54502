"""What one response gives to a group: a closed list of measures, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.questions.choice import ChoiceQuestion
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.scoring import Profile
from reflect.questionnaire.versions import equal

Kind = Literal["domain", "confidence", "context", "grade", "choice"]
DOMAIN_SHOWN = (1, 5)  # a domain is shown as a mean from 1 to 5
MOST_OPTIONS = 3  # of a choice that a group is told about: more would have to be merged


@dataclass(frozen=True, slots=True)
class Measure:
    """Something a group can be told of; low and high are the ends of the shown scale.

    Of all a mean, but of a choice: its options, numbered from 0, have none, only a distribution.
    """

    kind: Kind
    of: str  # the id of a domain, or of a question
    low: int
    high: int

    @property
    def id(self) -> str:
        """Such as domain:signalen or context:tijd."""
        return f"{self.kind}:{self.of}"


def measures(questionnaire: Questionnaire) -> tuple[Measure, ...]:
    """Every measure of a questionnaire: its domains, its questions in order, its choices."""
    domains = [Measure("domain", domain.id, *DOMAIN_SHOWN) for domain in questionnaire.domains]
    chosen = [Measure("choice", q.id, 0, len(q.options) - 1) for q in _chosen(questionnaire)]
    return (*domains, *_asked(questionnaire), *chosen)


def contribution(questionnaire: Questionnaire, profile: Profile) -> Mapping[str, Fraction]:
    """The measures of one profile by their id, each from 0 to 1; a missing one is left out."""
    shares = {f"domain:{score.domain}": score.score for score in profile.scores}
    for question in _counted(questionnaire):
        answer = profile.answers.get(question.id)
        shares[f"{question.use}:{question.id}"] = question.score(questionnaire, answer)
    for choice in _chosen(questionnaire):
        places = {one.value: place for place, one in enumerate(choice.options)}
        place = places.get(str(profile.answers.get(choice.id)))
        shares[f"choice:{choice.id}"] = None if place is None else Fraction(place, len(places) - 1)
    return {measure: share for measure, share in shares.items() if share is not None}


def same(before: Questionnaire, after: Questionnaire) -> frozenset[str]:
    """The measures that mean the very same in two versions, so that their means add up.

    A domain does when all its statements are asked in the same way, and no others. A choice is
    never added up.
    """
    kept = equal(before, after)
    alike = {one.id for one in _asked(after) if one.of in kept}
    for name in before.scored.keys() & after.scored.keys():
        old, new = (_statements(one, name) for one in (before, after))
        alike |= {f"domain:{name}"} if old == new and new[0] <= kept else set()
    return frozenset(alike)


def _statements(questionnaire: Questionnaire, domain: str) -> tuple[frozenset[str], float]:
    """What the score of a domain is made of, and how much of it has to be answered."""
    asked = frozenset(question.id for question in questionnaire.scored[domain])
    return asked, questionnaire.domain(domain).answered_more_than


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


def _chosen(questionnaire: Questionnaire) -> list[ChoiceQuestion]:
    """The choices about the surroundings that have few enough options to be told of."""
    return [
        question
        for question in questionnaire.questions.values()
        if isinstance(question, ChoiceQuestion)
        and question.use == "context"
        and len(question.options) <= MOST_OPTIONS
    ]
