"""Whether a definition can be scored (E3xx): bands, domains, and the questions in them."""

from collections.abc import Iterator

from reflect.questionnaire.checks.parts import questions
from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.domains import Domain
from reflect.questionnaire.faults import Found
from reflect.questionnaire.positions import Path
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.scales import Scale

RANGES = {"grade": (1, 10), "confidence": (0, 10)}


def scoring_faults(questionnaire: Questionnaire) -> Iterator[Found]:
    """Every fault of this kind."""
    for n, domain in enumerate(questionnaire.domains):
        yield from _bands(("domains", n), domain)
        if not questionnaire.scored[domain.id]:
            message = f'no question is scored in the domain "{domain.id}"'
            yield Found(("domains", n), "E303", message)
    for path, question in questions(questionnaire):
        yield from _untold(questionnaire, path, question)
        if isinstance(question, ScaleQuestion):
            yield from _domain(path, question)
            scale = questionnaire.scales.get(question.scale)
            if scale and not scale.fault:
                yield from _scale((*path, "scale"), question, scale)
        else:
            yield from _unscored(path, question)


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


def _domain(path: Path, question: ScaleQuestion) -> Iterator[Found]:
    if question.reverse and not question.is_scored:
        message = "only a question that is scored in a domain can be reversed"
        yield Found((*path, "reverse"), "E305", message)
    if question.domain is None and question.use in (None, "confidence"):
        yield Found(path, "E306", 'a question on a scale needs a domain, or another "use"')


def _scale(path: Path, question: ScaleQuestion, scale: Scale) -> Iterator[Found]:
    ends = (scale.minimum, scale.maximum)
    if question.use != "none" and scale.minimum == scale.maximum:
        message = f'the scale "{question.scale}" has one point: it cannot be put on 0 to 1'
        yield Found(path, "E304", message)
    if ends != RANGES.get(question.use or "", ends):
        low, high = RANGES[question.use or ""]
        yield Found(path, "E308", f"a {question.use} runs from {low} to {high}")


def _unscored(path: Path, question: AnyQuestion) -> Iterator[Found]:
    if question.use in RANGES:
        yield Found((*path, "use"), "E309", f"only a question on a scale can be a {question.use}")


def _untold(questionnaire: Questionnaire, path: Path, question: AnyQuestion) -> Iterator[Found]:
    """In an evaluation: what is asked of people, and told to nobody."""
    has_mean = isinstance(question, ScaleQuestion) and question.use != "none"
    if questionnaire.kind == "evaluation" and not has_mean and question.type != "passage":
        message = "nobody would be told of this: an evaluation asks what has a mean on a scale"
        yield Found(path, "E307", message)
