"""Every check of a definition: all faults of a file at once, each with its place and code."""

from collections.abc import Iterable
from pathlib import Path

from reflect.questionnaire.checks.ids import id_faults
from reflect.questionnaire.checks.language import language_faults
from reflect.questionnaire.checks.reach import reach_faults
from reflect.questionnaire.checks.references import reference_faults
from reflect.questionnaire.checks.report import report_faults
from reflect.questionnaire.checks.rules import rule_faults
from reflect.questionnaire.checks.scoring import scoring_faults
from reflect.questionnaire.checks.shape import (
    MAXIMUM,
    TOO_LARGE,
    Unreadable,
    read_json,
    read_shape,
)
from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import Fault, Found, quoted
from reflect.questionnaire.positions import Position, Positions

AFTER_SHAPE = (
    id_faults,
    reference_faults,
    rule_faults,
    report_faults,
    scoring_faults,
    language_faults,
)
REACHED = "E4"  # only in what has the right shape, references and scoring: faults from here on
UNKNOWN = "E104"  # what bears such a key is judged without it
AT_THE_KEY = {UNKNOWN, "E106", "E404"}  # a key is wrong there, not its value
Checked = tuple[Questionnaire | None, tuple[Fault, ...]]


def check(text: str, name: str) -> Checked:
    """The questionnaire in a JSON text, if its shape is right, and every fault, in file order."""
    text = text.removeprefix("\ufeff")
    try:
        plain, positions = read_json(text)
    except Unreadable as wrong:
        return None, (_fault(name, wrong.found, *wrong.position),)
    questionnaire, found = read_shape(text, plain, positions.doubles)
    if questionnaire is not None:
        found += [fault for each in AFTER_SHAPE for fault in each(questionnaire)]
        if all(one.code >= REACHED or one.code == UNKNOWN for one in found):
            found += reach_faults(questionnaire)
    return questionnaire, _placed(name, found, positions)


def check_file(file: Path, name: str | None = None) -> Checked:
    """check() of a file, whose name must agree with what is in it. OSError when unreadable."""
    shown = name or str(file)
    with file.open("rb") as stream:
        questionnaire, faults = check_bytes(stream.read(MAXIMUM + 1), shown)
    return questionnaire, (*_misnamed(file, shown, questionnaire), *faults)


def check_bytes(body: bytes, name: str) -> Checked:
    """check() of what is in a file, or of a byte more than may be in one."""
    if len(body) > MAXIMUM:
        return None, (_fault(name, Found((), "E105", TOO_LARGE)),)
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = body.count(b"\n", 0, wrong.start) + 1
        column = wrong.start - body.rfind(b"\n", 0, wrong.start)
        found = Found((), "E101", "the file is not written in UTF-8")
        return None, (_fault(name, found, line, column),)
    return check(text, name)


def _misnamed(file: Path, shown: str, questionnaire: Questionnaire | None) -> Iterable[Fault]:
    if questionnaire and file.stem != f"{questionnaire.id}-{questionnaire.version}":
        right = f"{questionnaire.id}-{questionnaire.version}.json"
        message = f"the file should be called {right}, after its id and version"
        yield _fault(shown, Found((), "E603", message))


def _placed(name: str, found: Iterable[Found], positions: Positions) -> tuple[Fault, ...]:
    """The faults at their places, in the order of the file."""
    placed = sorted(
        {(_position(one, positions), one) for one in found},
        key=lambda each: (each[0], each[1].code, each[1].message),
    )
    return tuple(_fault(name, one, *position) for position, one in placed)


def _position(found: Found, positions: Positions) -> Position:
    at_the_key = found.code in AT_THE_KEY
    return positions.key(found.path) if at_the_key else positions[found.path]


def _fault(name: str, found: Found, line: int = 1, column: int = 1) -> Fault:
    path = ".".join(map(quoted, found.path))
    return Fault(name, line, column, found.code, path, found.message)
