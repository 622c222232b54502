"""Every check of a definition: all faults of a file at once, each with its place and code."""

from pathlib import Path

from reflect.questionnaire.checks.language import language_faults
from reflect.questionnaire.checks.references import reference_faults
from reflect.questionnaire.checks.scoring import scoring_faults
from reflect.questionnaire.checks.shape import MAXIMUM, read_shape
from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import Fault, Found

AFTER_SHAPE = (reference_faults, scoring_faults, language_faults)


def check(text: str, name: str) -> tuple[Questionnaire | None, tuple[Fault, ...]]:
    """The questionnaire in a JSON text, if its shape is right, and every fault, in file order."""
    questionnaire, found, positions = read_shape(text)
    if questionnaire is not None:
        found = [*found, *(fault for each in AFTER_SHAPE for fault in each(questionnaire))]
    faults = {
        Fault(name, *positions(one.path), one.code, ".".join(map(str, one.path)), one.message)
        for one in found
    }
    return questionnaire, tuple(sorted(faults))


def check_file(
    file: Path, name: str | None = None
) -> tuple[Questionnaire | None, tuple[Fault, ...]]:
    """check() of a file, whose name must agree with what is in it. OSError when unreadable."""
    with file.open("rb") as stream:
        body = stream.read(MAXIMUM + 1)
    shown = name or str(file)
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = body.count(b"\n", 0, fault.start) + 1
        column = fault.start - body.rfind(b"\n", 0, fault.start)
        return None, (Fault(shown, line, column, "E101", "", "the file is not written in UTF-8"),)
    questionnaire, faults = check(text, shown)
    if questionnaire and file.stem != f"{questionnaire.id}-{questionnaire.version}":
        right = f"{questionnaire.id}-{questionnaire.version}.json"
        named = Found((), "E603", f"the file should be called {right}, after its id and version")
        faults = (Fault(shown, 1, 1, named.code, "", named.message), *faults)
    return questionnaire, faults
