"""A form and what was kept meanwhile: what is applied, and what the person has to pick."""

from collections.abc import Mapping
from dataclasses import dataclass

from reflect.questionnaire.questions.base import Answer

Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a form really changed (None: wiped), and the answers also changed elsewhere."""

    changes: Mapping[str, Answer | None]
    conflicts: tuple[str, ...]


def merge(sent: Mapping[str, Answer | None], shown: Answers, kept: Answers) -> Merged:
    """Only what differs from the page as it was shown is a change, so a stale page undoes nothing.

    sent: the answers of the form; shown: those on the page when it was made; kept: those now.
    Where both the form and another place changed an answer, and not to the same, it is a conflict.
    """
    changed = {q: answer for q, answer in sent.items() if answer != shown.get(q)}
    news = {q: answer for q, answer in changed.items() if answer != kept.get(q)}
    conflicts = tuple(q for q in news if kept.get(q) != shown.get(q))
    return Merged({q: answer for q, answer in news.items() if q not in conflicts}, conflicts)
