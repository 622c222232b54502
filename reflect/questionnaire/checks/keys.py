"""Which keys a place of a definition knows: to name the one that was probably meant."""

from typing import Any

from reflect.questionnaire.questions import TAG
from reflect.questionnaire.schema import schema


def known_keys(place: tuple[str | int, ...]) -> set[str]:
    """The keys of the object at a place, as pydantic names it (with the tags of unions)."""
    node: Any = schema()
    for step in place:
        node = _inside(_resolved(node), step)
    return set(_resolved(node)["properties"])


def _resolved(node: dict[str, Any]) -> dict[str, Any]:
    """What a node stands for: not null, and its reference followed."""
    if "anyOf" in node:
        node = node["anyOf"][0]
    return schema()["$defs"][node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node


def _inside(node: dict[str, Any], step: str | int) -> dict[str, Any]:
    found: dict[str, Any]
    if "oneOf" in node:
        kinds = {TAG + _constant(kind): kind for kind in map(_resolved, node["oneOf"])}
        found = kinds[str(step)]
    elif isinstance(step, int):
        found = node["items"]
    elif "properties" in node:
        found = node["properties"][step]
    else:
        (found,) = node["patternProperties"].values()
    return found


def _constant(kind: dict[str, Any]) -> str:
    return str(kind["properties"]["type"]["const"])
