"""Whether a definition can be scored (E3xx): bands, domains, and the questions in them."""

from collections.abc import Iterator

from reflect.questionnaire.checks.references import questions_at
from reflect.questionnaire.definition import Domain, Questionnaire
from reflect.questionnaire.faults import Found
from reflect.questionnaire.positions import Path
from reflect.questionnaire.questions.scale import ScaleQuestion


def scoring_faults(questionnaire: Questionnaire) -> Iterator[Found]:
    """Every fault of this kind."""
    for n, domain in enumerate(questionnaire.domains):
        path: Path = ("domains", n)
        yield from _bands(path, domain)
        if not questionnaire.scored[domain.id]:
            yield Found(path, "E303", f'no question is scored in the domain "{domain.id}"')
    for path, question in questions_at(questionnaire):
        if isinstance(question, ScaleQuestion):
            yield from _scale(questionnaire, path, question)
        elif questionnaire.kind == "evaluation" and question.type == "text":
            yield Found(path, "E307", "an evaluation has closed questions only")


def _bands(path: Path, domain: Domain) -> Iterator[Found]:
    *lower, last = domain.bands
    if last.below is not None:
        where = (*path, "bands", len(lower), "below")
        yield Found(where, "E302", "the last band is open: it has no below")
    edge = 0.0
    for n, band in enumerate(lower):
        where = (*path, "bands", n, "below")
        if band.below is None:
            yield Found(where[:-1], "E302", "only the last band is open: this one needs a below")
        elif not edge < band.below < 1:
            yield Found(where, "E301", f"below must lie above {edge:g} and under 1")
        edge = band.below or edge


def _scale(questionnaire: Questionnaire, path: Path, question: ScaleQuestion) -> Iterator[Found]:
    scale = questionnaire.scales.get(question.scale)
    if question.is_scored and scale and len(set(scale.values)) < 2:  # noqa: PLR2004 - a range
        message = f'the scale "{question.scale}" has one point: it cannot be put on 0 to 1'
        yield Found((*path, "scale"), "E304", message)
    if question.reverse and not question.domain:
        yield Found((*path, "reverse"), "E305", "only a question in a domain can be reversed")
    if question.domain is None and question.use in (None, "confidence"):
        message = 'a question on a scale needs a domain, or another "use"'
        yield Found(path, "E306", message)
    if question.use == "grade" and scale and (scale.minimum, scale.maximum) != (1, 10):
        yield Found((*path, "scale"), "E308", "a grade runs from 1 to 10")
