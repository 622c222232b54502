"""Two places that change the same answers: what is applied, and what the person must pick."""

from collections.abc import Mapping
from dataclasses import dataclass

from reflect.questionnaire.questions.base import Answer

Answers = Mapping[str, Answer | None]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a form really changed, and the questions that were changed elsewhere as well."""

    changes: Answers
    conflicts: tuple[str, ...]


def merge(changed: Answers, moved: frozenset[str], current: Mapping[str, Answer]) -> Merged:
    """Lay a form's changes beside what is kept now.

    changed: what differs from the page as it was shown (None: wiped); moved: the questions whose
    kept answer is no longer the one that was shown; current: what is kept now.
    """
    clash = {q for q in changed if q in moved and changed[q] != current.get(q)}
    return Merged(
        {q: answer for q, answer in changed.items() if q not in clash},
        tuple(q for q in changed if q in clash),
    )
