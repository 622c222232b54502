"""The ids of a definition (E201, E210): each stands once among its kind, and is free to use."""

from collections.abc import Iterator

from reflect.questionnaire.checks.parts import questions
from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import Found
from reflect.questionnaire.positions import Path

Named = list[tuple[Path, str]]
PAGES = {"answers", "goals", "report", "review", "submit"}  # stand where a section would stand


def id_faults(questionnaire: Questionnaire) -> Iterator[Found]:
    """Every fault of this kind."""
    for names in _kinds(questionnaire):
        seen: set[str] = set()
        for path, name in names:
            if name in seen:
                yield Found(path, "E201", f'"{name}" stands here for the second time')
            seen.add(name)
    for n, section in enumerate(questionnaire.sections):
        if section.id in PAGES:
            message = f'"{section.id}" is a page of its own: give the section another id'
            yield Found(("sections", n, "id"), "E210", message)


def _kinds(questionnaire: Questionnaire) -> Iterator[Named]:
    """The names that must differ from one another, list by list."""
    yield [(("languages", n), language) for n, language in enumerate(questionnaire.languages)]
    then, where = questionnaire.then, ("report", "then")
    sections = [(("sections", n, "id"), one.id) for n, one in enumerate(questionnaire.sections)]
    yield [*sections, *([(where, then.id)] if then else [])]
    asked = [((*path, "id"), question.id) for path, question in questions(questionnaire)]
    yield [*asked, *((where, again.id) for again in (then.questions if then else ()))]
    yield [(("domains", n, "id"), domain.id) for n, domain in enumerate(questionnaire.domains)]
    for d, domain in enumerate(questionnaire.domains):
        yield [(("domains", d, "bands", n, "id"), band.id) for n, band in enumerate(domain.bands)]
    for path, question in questions(questionnaire):
        if question.type in ("choice", "choices"):
            options = enumerate(question.options)
            yield [((*path, "options", n, "value"), option.value) for n, option in options]
