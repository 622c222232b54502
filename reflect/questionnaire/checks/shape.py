"""The shape of a definition (E1xx): JSON, keys, types, sizes."""

import json
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reflect.questionnaire.checks.keys import known_keys
from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import Found, near
from reflect.questionnaire.positions import Path, Position, Positions, TooMuch
from reflect.questionnaire.questions import NO_TYPE, TAG, TYPES
from reflect.questionnaire.rules import NO_RULE, RULES

MAXIMUM = 1024 * 1024  # bytes of a file
QUESTIONS = 500
LISTED = 2000  # more faults of shape than this are not worth a line each
TOO_LARGE = f"the file is larger than {MAXIMUM // 1024} KiB"


class Unreadable(ValueError):  # noqa: N818 - it is said of the text
    """A text that is no JSON that we read; where, and why, as a fault of the whole."""

    def __init__(self, code: str, message: str, position: Position = (1, 1)) -> None:
        """Keep the code, the message, and the line and column."""
        super().__init__(message)
        self.found = Found((), code, message)
        self.position = position


def read_json(text: str) -> tuple[Any, Positions]:
    """The JSON of a text, and where everything stands in it. Unreadable when it cannot be."""
    if len(text.encode("utf-8", "replace")) > MAXIMUM:
        raise Unreadable("E105", TOO_LARGE)
    try:
        return json.loads(text), Positions(text)
    except json.JSONDecodeError as fault:
        raise Unreadable("E101", f"not JSON: {fault.msg}", (fault.lineno, fault.colno)) from None
    except TooMuch as fault:
        raise Unreadable("E105", str(fault)) from None
    except RecursionError:
        raise Unreadable("E105", "nested too deeply") from None
    except ValueError:  # Python reads no number of more than 4300 digits
        raise Unreadable("E105", "a number has too many digits") from None


def read_shape(
    text: str, plain: Any, doubles: Iterable[Path]
) -> tuple[Questionnaire | None, list[Found]]:
    """The questionnaire in a JSON text, if its shape is right, and the faults of its shape.

    Keys that nobody knows are left out of it: the rest can be judged without them.
    """
    found = [Found(path, "E106", "this key stands here twice") for path in doubles]
    try:
        questionnaire = Questionnaire.from_json(text)
    except ValidationError as wrong:
        if wrong.error_count() > LISTED:
            count = f"{wrong.error_count()} faults: is this a questionnaire?"
            return None, [*found, Found((), "E105", count)]
        errors = [
            error
            for error in wrong.errors(include_url=False, include_input=False)
            if not _is_echo(error, plain)
        ]
        found += _faults(errors, plain)
        left = _without_unknown(errors, plain)
        return (None, found) if left == plain else _beside(found, left)
    if len(questionnaire.questions) > QUESTIONS:
        found.append(Found(("sections",), "E105", f"too large: more than {QUESTIONS} questions"))
    return questionnaire, found


def _beside(found: list[Found], left: Any) -> tuple[Questionnaire | None, list[Found]]:
    """What was found, and what is left when that is away."""
    questionnaire, more = read_shape(json.dumps(left), left, ())
    return questionnaire, found + more


def _without_unknown(errors: Sequence[ErrorDetails], plain: Any) -> Any:
    """The definition without its unknown keys; as it is, when something else is wrong too."""
    left = deepcopy(plain)
    if all(error["type"] == "extra_forbidden" for error in errors):
        for error in errors:
            _object(error["loc"][:-1], left).pop(str(error["loc"][-1]), None)
    return left


def _faults(errors: Iterable[ErrorDetails], plain: Any) -> Iterable[Found]:
    """Faults of pydantic's in our words; what it says twice of one value becomes one."""
    said: dict[tuple[Path, str], str] = {}
    for error in errors:
        one = _found(error, plain)
        before = said.get((one.path, one.code))
        said[one.path, one.code] = f"{before}, or {one.message}" if before else one.message
    return (Found(path, code, message) for (path, code), message in said.items())


def _is_echo(error: ErrorDetails, plain: Any) -> bool:
    """Whether a list is called too short only because the things in it have faults."""
    if error["type"] != "too_short":
        return False
    least: int = error["ctx"]["min_length"]
    return len(_reached(error["loc"], plain)[1]) >= least


def _found(error: ErrorDetails, plain: Any) -> Found:
    """One fault, at the path that an author sees in the file."""
    kind, message = error["type"], error["msg"].removeprefix("Input ")
    path, value = _reached(error["loc"], plain)
    if kind == "missing":
        return Found((*path, error["loc"][-1]), "E103", "this key is missing")
    if kind == "extra_forbidden":
        place, key = error["loc"][:-1], str(error["loc"][-1])
        path, _ = _reached(place, plain)
        known = known_keys(place) - set(_object(place, plain))
        return Found((*path, key), "E104", "no such key" + near(key, known))
    if kind in (NO_TYPE, NO_RULE):
        return _no_kind(kind, path, value)
    if kind.endswith("too_long"):
        return Found(path, "E105", f"too large: {message}")
    return Found(path, "E101" if kind == "json_invalid" else "E102", message)


def _reached(place: tuple[str | int, ...], plain: Any) -> tuple[Path, Any]:
    """The path and the value at a place, without pydantic's own steps (tags, [key])."""
    path: list[str | int] = []
    for step in place:
        if _has(plain, step):
            path.append(step)
            plain = plain[step]
    return tuple(path), plain


def _object(place: tuple[str | int, ...], plain: Any) -> dict[str, Any]:
    """The object at a place; an empty one when its key stands twice and the last is none."""
    _, value = _reached(place, plain)
    return value if isinstance(value, dict) else {}


def _has(plain: Any, step: str | int) -> bool:
    if isinstance(plain, list):
        return isinstance(step, int) and step < len(plain)
    return isinstance(plain, dict) and step in plain and not str(step).startswith(TAG)


def _no_kind(kind: str, path: Path, value: Any) -> Found:
    """A rule or a question of a kind that there is not."""
    if kind == NO_RULE:
        if isinstance(value, dict) and len(value) == 1:
            (key,) = value
            return Found((*path, key), "E104", "no such rule" + near(key, RULES))
        return Found(path, "E102", f"should be an object with one key: {', '.join(RULES)}")
    if not isinstance(value, dict):
        return Found(path, "E102", "should be an object")
    if "type" not in value:
        return Found((*path, "type"), "E103", "this key is missing")
    hint = near(str(value["type"]), TYPES)
    return Found((*path, "type"), "E102", f"should be one of {', '.join(TYPES)}{hint}")
