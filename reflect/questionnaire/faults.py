"""A fault of a definition: where it stands, its code, and what is wrong, in one line."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from reflect.questionnaire.positions import Path

_LONGEST = 80  # characters of a name that is quoted


@dataclass(frozen=True, slots=True)
class Found:
    """Something wrong at a path, found by one of the checks."""

    path: Path
    code: str
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong at a place in a file. Codes with E stop it; codes with W only warn."""

    file: str
    line: int
    column: int
    code: str
    path: str
    message: str

    @property
    def stops(self) -> bool:
        """Whether the definition cannot be used."""
        return self.code.startswith("E")

    def __str__(self) -> str:
        """One line, as compilers write it."""
        where = f"{self.path}: " if self.path else ""
        return f"{self.file}:{self.line}:{self.column}: {self.code} {where}{self.message}"


class FaultyDefinition(ValueError):  # noqa: N818 - it is said of the definition
    """A definition that cannot be used, with every fault of it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults; the message is one line for each."""
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def quoted(name: str | int) -> str:
    """A name as it can stand in a line: not too long, and without what moves a terminal."""
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in str(name)[:_LONGEST])
    return shown + "…" * (len(str(name)) > _LONGEST)


def near(name: str, known: Iterable[str]) -> str:
    """A hint at the nearest of the known names, or nothing when none is near."""
    found = difflib.get_close_matches(name[:_LONGEST], sorted(known), n=1, cutoff=0.5)
    return f'; did you mean "{found[0]}"?' if found else ""


def unknown(path: Path, code: str, kind: str, name: str, known: Iterable[str]) -> Found:
    """A name that nothing bears, with the nearest that something does."""
    return Found(path, code, f'there is no {kind} "{quoted(name)}"{near(name, known)}')
