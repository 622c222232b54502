"""Whether somebody answered the same everywhere: that may be so, and is worth a second look."""

from collections.abc import Mapping

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.questions.base import Answer

_FEWEST = 10  # statements: fewer may well be alike


def is_even(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> bool:
    """Whether all scored statements have the one same answer; never a reason to drop them."""
    scored = [question.id for several in questionnaire.scored.values() for question in several]
    given = [answers[name] for name in scored if name in answers]
    return len(given) >= _FEWEST and len(set(given)) == 1
