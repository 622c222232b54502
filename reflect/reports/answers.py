"""The answers of one response as a sheet: what was asked, what was stored, and how it reads."""

from collections.abc import Iterator, Mapping

from reflect.disclosure import Phase
from reflect.language import Language
from reflect.questionnaire import Answer, AnyQuestion, Questionnaire, path
from reflect.reports.cells import MARK, Cell, sheet

_COLUMNS = ("section", "id", "question", "domain", "value", "answer")


def answers(
    questionnaire: Questionnaire, phase: Phase, given: Mapping[str, Answer], t: Language
) -> str:
    """CSV for a Dutch Excel: a row a question on the path, then what was answered beside it."""
    head = [t(f"rights.answers_{column}") for column in _COLUMNS]
    return MARK + sheet([head, *_rows(questionnaire, phase, given, t)])


def _rows(
    questionnaire: Questionnaire, phase: Phase, given: Mapping[str, Answer], t: Language
) -> Iterator[tuple[Cell, ...]]:
    left = dict(given)
    for step in path(questionnaire, phase, given):
        title = questionnaire.say(step.section.title, t.code)
        for question in step.questions:
            if question.type != "passage":
                yield (title, *_row(questionnaire, question, left.pop(question.id, None), t))
    for name, answer in left.items():
        if name in questionnaire.questions:
            yield ("", *_row(questionnaire, questionnaire.questions[name], answer, t))


def _row(
    questionnaire: Questionnaire, question: AnyQuestion, answer: Answer | None, t: Language
) -> tuple[Cell, ...]:
    domain = getattr(question, "domain", None)
    title = questionnaire.say(questionnaire.domain(domain).title, t.code) if domain else ""
    asked = (question.id, questionnaire.say(question.text, t.code), title)
    if answer is None:
        return (*asked, "", "")
    stored: Cell = ", ".join(answer) if isinstance(answer, tuple) else answer
    return (*asked, stored, question.words(questionnaire, answer, t.code))
