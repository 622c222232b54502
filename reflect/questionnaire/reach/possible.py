"""Whether one question can be answered so that some rules hold and others do not."""

from collections.abc import Iterable
from itertools import count

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import NOT_APPLICABLE, Answer
from reflect.questionnaire.rules import Answered, AtLeast, Equals, In

Atom = Equals | In | AtLeast | Answered  # a rule about one question
Held = tuple[tuple[Atom, bool], ...]  # each with whether it has to hold


def silent(held: Held) -> bool:
    """Whether no answer at all will do."""
    return all(rule.holds({}) == wanted for rule, wanted in held)


def possible(questionnaire: Questionnaire, question: AnyQuestion, held: Held) -> Answer | None:
    """An answer with which all of it is so; None when there is none.

    Of several choices only one is asked for at a time: `in` is split before it comes here.
    """
    for answer in _candidates(questionnaire, question, held):
        given = {question.id: answer}
        if all(rule.holds(given) == wanted for rule, wanted in held):
            return answer
    return None


def _candidates(
    questionnaire: Questionnaire, question: AnyQuestion, held: Held
) -> Iterable[Answer]:
    """Answers among which there is one that will do, if there is any in the world."""
    if question.type == "scale":
        scale = questionnaire.scale_of(question)
        return (*scale.values, *([NOT_APPLICABLE] if scale.not_applicable else ()))
    if question.type == "choice":
        return [option.value for option in question.options]
    wanted = {value for rule, holds in held if holds for value in _named(rule)}
    if question.type == "choices":
        chosen = tuple(one.value for one in question.options if one.value in wanted)
        most = question.max_choices or len(chosen)
        if chosen:  # these and no others: more of them could only spoil what must not hold
            return [chosen] * (len(chosen) <= most)
        return [(one.value,) for one in question.options]
    known = {value for rule, _ in held for value in _named(rule)}
    other = next(sign for sign in map(chr, count(ord("a"))) if sign not in known)
    return [*(question.admit(questionnaire, value) for value in wanted), other]


def _named(rule: Atom) -> Iterable[int | str]:
    ((_, values),) = rule.leans_on()
    return values
