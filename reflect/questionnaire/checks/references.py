"""What questions and texts point at (E202, E203, E205 to E208): scales, domains, placeholders."""

import re
from collections.abc import Iterator

from reflect.questionnaire.checks.parts import questions, texts
from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import Found, quoted, unknown
from reflect.questionnaire.positions import Path
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import NOT_APPLICABLE

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def reference_faults(questionnaire: Questionnaire) -> Iterator[Found]:
    """Every fault of this kind."""
    yield from _scales(questionnaire)
    yield from _names(questionnaire)
    yield from _placeholders(questionnaire)
    for path, words in texts(questionnaire):
        for language, text in words.items():
            for braces in _BRACES.finditer(text):
                yield from _place(questionnaire, (*path, language), braces[1])


def _scales(questionnaire: Questionnaire) -> Iterator[Found]:
    for name, scale in questionnaire.scales.items():
        if scale.fault:
            yield Found(("scales", name), "E208", scale.fault)


def _names(questionnaire: Questionnaire) -> Iterator[Found]:
    scales, domains = questionnaire.scales, [domain.id for domain in questionnaire.domains]
    for path, question in questions(questionnaire):
        if question.type == "scale":
            if question.scale not in scales:
                yield unknown((*path, "scale"), "E202", "scale", question.scale, scales)
            if question.domain is not None and question.domain not in domains:
                yield unknown((*path, "domain"), "E203", "domain", question.domain, domains)


def _placeholders(questionnaire: Questionnaire) -> Iterator[Found]:
    known = questionnaire.questions
    for name, placeholder in questionnaire.placeholders.items():
        path: Path = ("placeholders", name)
        if placeholder.question not in known:
            yield unknown((*path, "question"), "E204", "question", placeholder.question, known)
            continue
        possible = _possible(questionnaire, known[placeholder.question])
        for value in (value for value in placeholder.words if value not in possible):
            message = f'"{placeholder.question}" can never be "{quoted(value)}"'
            yield Found((*path, "words", value), "E207", message)


def _possible(questionnaire: Questionnaire, question: AnyQuestion) -> set[str]:
    """The answers to a question that a text can change with."""
    if question.type == "choice":
        return {option.value for option in question.options}
    if question.type == "scale" and question.scale in questionnaire.scales:
        scale = questionnaire.scales[question.scale]
        return {*map(str, scale.values), *([NOT_APPLICABLE] if scale.not_applicable else [])}
    return set()


def _place(questionnaire: Questionnaire, path: Path, place: str | None) -> Iterator[Found]:
    """The fault of one {place} in a text; None is a brace on its own."""
    known = questionnaire.placeholders
    if place is None:
        yield Found(path, "E205", "a brace on its own: braces hold the name of a placeholder")
    elif place not in known:
        yield unknown(path, "E205", "placeholder", place, known)
    elif path[0] == "placeholders":
        yield Found(path, "E205", "the words of a placeholder cannot hold a placeholder")
    elif path[0] == "sections" and not _is_earlier(questionnaire, known[place].question, path[1]):
        asked = quoted(known[place].question)
        yield Found(path, "E206", f'{{{place}}} needs "{asked}", not asked in an earlier section')


def _is_earlier(questionnaire: Questionnaire, question: str, section: str | int) -> bool:
    """Whether a question is asked before a section; one that is nowhere is told by itself."""
    earlier = [q.id for one in questionnaire.sections[: int(section)] for q in one.questions]
    return question in earlier or question not in questionnaire.questions
