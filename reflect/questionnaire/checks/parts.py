"""The parts of a definition with their paths: every question, and every text."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.positions import Path
from reflect.questionnaire.questions import AnyQuestion


def questions(questionnaire: Questionnaire) -> Iterator[tuple[Path, AnyQuestion]]:
    """Every question with its path."""
    for s, section in enumerate(questionnaire.sections):
        for q, question in enumerate(section.questions):
            yield ("sections", s, "questions", q), question


def texts(questionnaire: Questionnaire) -> Iterator[tuple[Path, dict[str, str]]]:
    """Each text in all its languages; sources have one language, so they are no such text."""
    yield from _within(questionnaire, ())


def _within(node: Any, path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    if _is_text(node):
        yield path, node
        return
    for key, one in _parts(node):
        yield from _within(one, (*path, key))


def _is_text(node: Any) -> bool:
    return isinstance(node, dict) and any(isinstance(value, str) for value in node.values())


def _parts(node: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(node, BaseModel):
        fields = type(node).model_fields.items()
        return [(field.alias or name, getattr(node, name)) for name, field in fields]
    if isinstance(node, dict):
        return list(node.items())
    return enumerate(node) if isinstance(node, tuple) else ()
