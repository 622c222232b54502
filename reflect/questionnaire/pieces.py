"""A definition taken apart into plain pieces, by group and id: to lay two beside each other."""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from reflect.questionnaire.conditions import in_words
from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.questions.base import Definition

Pieces = dict[tuple[str, str], dict[str, Any]]
LONGEST = 100  # characters of something that is no text


def pieces(questionnaire: Questionnaire, languages: frozenset[str]) -> Pieces:
    """Each question, section, domain, scale and placeholder, and what is left of the whole."""
    whole = plain(questionnaire, languages)
    found: Pieces = {}
    for name, section in whole.pop("sections").items():
        asked = section.pop("questions")
        found["section", name] = section
        found |= {("question", q): {**one, "section": name} for q, one in asked.items()}
    for group in ("domain", "scale", "placeholder"):
        found |= {(group, name): one for name, one in (whole.pop(f"{group}s") or {}).items()}
    for key in ("$schema", "version"):
        whole.pop(key, None)
    return {**found, ("questionnaire", questionnaire.id): whole}


def plain(node: Any, languages: frozenset[str]) -> Any:
    """A part of a definition as dicts and values; texts in these languages, rules in words."""
    if isinstance(node, Definition):
        fields = type(node).model_fields.items()
        values = {field.alias or name: getattr(node, name) for name, field in fields}
        return {key: plain(one, languages) for key, one in values.items() if one is not None}
    if isinstance(node, BaseModel):
        return in_words(node)  # type: ignore[arg-type] # all that is no Definition is a rule
    if isinstance(node, dict):
        is_text = any(isinstance(one, str) for one in node.values())
        kept = {key: one for key, one in node.items() if key in languages or not is_text}
        return {key: plain(one, languages) for key, one in kept.items()}
    return _listed(node, languages) if isinstance(node, tuple) else node


def _listed(members: Iterable[Any], languages: frozenset[str]) -> Any:
    """The members by their id or value, else by number; a list of plain values stays one."""
    if not any(isinstance(one, BaseModel | dict) for one in members):
        return list(members)
    names = [getattr(one, "id", getattr(one, "value", n)) for n, one in enumerate(members, 1)]
    return {str(name): plain(one, languages) for name, one in zip(names, members, strict=True)}


def shown(value: Any) -> str:
    """A text as it is, something with words by its words, anything else as short JSON."""
    if isinstance(value, dict) and ("text" in value or "title" in value):
        value = " / ".join((value.get("text") or value["title"]).values())
    if isinstance(value, str):
        return value
    plain = json.dumps(value, ensure_ascii=False)
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"
