"""The rules of a definition (E204, E206, E207, E310): earlier questions, and values they have."""

from collections.abc import Iterator, Mapping

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import Found, quoted, unknown
from reflect.questionnaire.positions import Path
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import NotAnAnswer
from reflect.questionnaire.rules import Rule, Value


def rule_faults(questionnaire: Questionnaire) -> Iterator[Found]:
    """Every fault of this kind."""
    earlier: dict[str, AnyQuestion] = {}
    for s, section in enumerate(questionnaire.sections):
        yield from _rule(questionnaire, ("sections", s), section.show_if, earlier)
        for q, question in enumerate(section.questions):
            path = ("sections", s, "questions", q)
            yield from _rule(questionnaire, path, question.show_if, earlier)
        earlier |= {question.id: question for question in section.questions}


def _rule(
    questionnaire: Questionnaire,
    shown: Path,
    rule: Rule | None,
    earlier: Mapping[str, AnyQuestion],
) -> Iterator[Found]:
    path = (*shown, "show_if")
    if rule and questionnaire.kind == "evaluation":
        yield Found(path, "E310", "an evaluation is one page: nothing in it waits for an answer")
    for name, values in rule.leans_on() if rule else ():
        if name not in questionnaire.questions:
            yield unknown(path, "E204", "question", name, questionnaire.questions)
        elif name not in earlier:
            yield Found(path, "E206", f'"{name}" is not asked in an earlier section')
        elif earlier[name].type == "passage":
            yield Found(path, "E207", f'"{name}" is a passage: it has no answer')
        yield from (
            Found(path, "E207", f'"{name}" can never be {quoted(repr(value))}')
            for value in values
            if name in earlier and not _can_be(questionnaire, earlier[name], value)
        )


def _can_be(questionnaire: Questionnaire, question: AnyQuestion, value: Value) -> bool:
    if question.type == "scale" and question.scale not in questionnaire.scales:
        return True  # that fault is told by itself
    try:
        question.admit(questionnaire, [value] if question.type == "choices" else value)
    except NotAnAnswer:
        return False
    return True
