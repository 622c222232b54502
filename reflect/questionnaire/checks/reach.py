"""What no answers can reach (E5xx): sections, questions, bands."""

from collections.abc import Iterator

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import Found
from reflect.questionnaire.positions import Path
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.reach import Reach, missed
from reflect.questionnaire.sections import Section


def reach_faults(questionnaire: Questionnaire) -> Iterator[Found]:
    """Every fault of this kind that is proven; rules and scales must be without fault."""
    reach = Reach(questionnaire)
    for s, section in enumerate(questionnaire.sections):
        yield from _section(reach, ("sections", s), section)
    for d, domain in enumerate(questionnaire.domains):
        out_of_reach = missed(questionnaire, domain, reach)
        for b, band in enumerate(domain.bands):
            if band.id in out_of_reach:
                message = f'no answers score in the band "{band.id}": too few points for it'
                yield Found(("domains", d, "bands", b), "E503", message)
    yield from _then(questionnaire)


def _then(questionnaire: Questionnaire) -> Iterator[Found]:
    """The domains of the then-test of which nothing can be asked again."""
    then, section = questionnaire.report.then, questionnaire.then
    asked = {getattr(again, "domain", None) for again in (section.questions if section else ())}
    for n, domain in enumerate(then.domains if then else ()):
        if domain not in asked:
            message = f'nothing of "{domain}" is asked in the phases of the then-test'
            yield Found(("report", "then", "domains", n), "E501", message)


def _section(reach: Reach, path: Path, section: Section) -> Iterator[Found]:
    """A section out of reach is one fault, not one for each of its questions."""
    if not reach.phases(section):
        message = "no answers lead to this section: its rule never holds in its phases"
        yield Found(_where(path, section), "E501", message)
        return
    for q, question in enumerate(section.questions):
        if not reach.phases(section, question):
            message = "no answers lead to this question: see its rule, and the phases of both"
            yield Found(_where((*path, "questions", q), question), "E502", message)


def _where(path: Path, shown: Section | AnyQuestion) -> Path:
    """The rule or, without one, the phases."""
    return (*path, "show_if" if shown.show_if else "phases")
