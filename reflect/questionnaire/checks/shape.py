"""The shape of a definition (E1xx): JSON, keys, types, sizes."""

import difflib
import json
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import Found
from reflect.questionnaire.positions import Path, Position, Positions

MAXIMUM = 1024 * 1024  # bytes of a file
QUESTIONS = 500
DEEPEST = 200

Locate = Callable[[Path], Position]
Shape = tuple[Questionnaire | None, list[Found], Locate]
_TOO_LARGE = {"too_long", "string_too_long"}


def read_shape(text: str) -> Shape:
    """The questionnaire, the faults of its shape, and where a path stands."""
    if len(text.encode("utf-8", "replace")) > MAXIMUM:
        return None, [Found((), "E105", "the file is larger than 1 MiB")], lambda _: (1, 1)
    try:
        plain = json.loads(text)
        positions = Positions(text)
    except json.JSONDecodeError as fault:
        here = (fault.lineno, fault.colno)
        return None, [Found((), "E101", f"not JSON: {fault.msg}")], lambda _: here
    except (RecursionError, ValueError):  # ValueError: a number of more digits than Python reads
        return (
            None,
            [Found((), "E105", "nested too deeply, or a number too long")],
            lambda _: (1, 1),
        )
    doubles = [
        Found(path, "E106", f'the key "{path[-1]}" stands here twice') for path in positions.doubles
    ]
    try:
        questionnaire = Questionnaire.from_json(text)
    except ValidationError as wrong:
        found = [_found(error, plain) for error in wrong.errors(include_url=False)]
        return None, [*doubles, *found], positions.__getitem__
    if len(questionnaire.questions) > QUESTIONS:
        doubles.append(Found(("sections",), "E105", f"more than {QUESTIONS} questions"))
    return questionnaire, doubles, positions.__getitem__


def _found(error: ErrorDetails, plain: Any) -> Found:
    """A fault of pydantic's in our words, at the path that an author sees in the file."""
    path, kind, message = _path(error), error["type"], error["msg"]
    if kind == "missing":
        return Found(path, "E103", "this key is missing")
    if kind == "extra_forbidden":
        return Found(path, "E104", "no such key" + _nearest(error, plain, path))
    if kind in _TOO_LARGE:
        return Found(path, "E105", f"too large: {message}")
    if kind.startswith("union_tag"):
        return Found(path, "E102", f"none of the kinds there are: {_kinds(error)}")
    return Found(path, "E102", message)


def _path(error: ErrorDetails) -> Path:
    """Where it is, without pydantic's own steps (the tag of a union; [key])."""
    steps = [step for step in error["loc"] if not (isinstance(step, str) and ":" in step)]
    return tuple(step for step in steps if step != "[key]")


def _kinds(error: ErrorDetails) -> str:
    tags = error.get("ctx", {}).get("expected_tags", "'rule:equals', 'rule:in', 'rule:at_least', …")
    return str(tags).replace("type:", "").replace("rule:", "")


def _nearest(error: ErrorDetails, plain: Any, path: Path) -> str:
    """A hint at the key that was probably meant, out of those this place knows."""
    known = _known(error)
    for step in path[:-1]:
        plain = plain[step]
    near = difflib.get_close_matches(str(path[-1]), sorted(known - set(plain)), n=1, cutoff=0.5)
    return f'; did you mean "{near[0]}"?' if near else ""


def _known(error: ErrorDetails) -> set[str]:
    """The keys of the model in which a key was refused, found by walking the schema."""
    schema = Questionnaire.model_json_schema(by_alias=True)
    node: Any = schema
    for step in error["loc"][:-1]:
        node = _inside(schema, node, step)
    return set(_resolved(schema, node).get("properties", {}))


def _resolved(schema: dict[str, Any], node: Any) -> dict[str, Any]:
    if "anyOf" in node:
        node = next(kind for kind in node["anyOf"] if kind.get("type") != "null")
    return schema["$defs"][node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node  # type: ignore[no-any-return] # plain JSON


def _inside(schema: dict[str, Any], node: Any, step: str | int) -> Any:
    if isinstance(step, str) and ":" in step:
        kinds = (_resolved(schema, kind) for kind in node["oneOf"])
        value = step.split(":")[1]
        return next(
            kind
            for kind in kinds
            if value in kind["properties"]
            or kind["properties"].get("type", {}).get("const") == value
        )
    node = _resolved(schema, node)
    if isinstance(step, int):
        return node["items"] if "items" in node else node["prefixItems"][step]
    return node["properties"][step] if "properties" in node else node["additionalProperties"]
