"""An upload: the file that came, what is wrong with it, and the lines in which that stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from flask import request

from reflect.questionnaire import MAXIMUM, Fault, Questionnaire, check_bytes
from reflect.records import imports
from reflect.web import current, trainer

NAME = "file"  # of the field, and what faults are said of
AROUND = 64 * 1024  # bytes that a form takes beside its file
SHOWN = 100  # faults on a page: who mends these sees the others next
CLIPPED = 60  # signs of a line, before and after the fault
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s,:\[\]{}"]+|.', re.DOTALL)


@dataclass(frozen=True)
class Quote:
    """A line of the file, with the part that is wrong apart from the rest."""

    before: str
    wrong: str
    after: str


@dataclass(frozen=True)
class Read:
    """A file, read: its text, the questionnaire in it if its shape is right, and its faults."""

    text: str
    found: Questionnaire | None
    faults: tuple[Fault, ...]

    @property
    def is_usable(self) -> bool:
        """Whether people could fill it in; what only warns does not matter."""
        return self.found is not None and not any(fault.stops for fault in self.faults)

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire of a file that is usable."""
        if self.found is None:
            raise ValueError("there is no questionnaire in this file")
        return self.found

    @property
    def stopping(self) -> int:
        """How many faults stop it."""
        return sum(fault.stops for fault in self.faults)

    @property
    def shown(self) -> Iterator[tuple[Fault, Quote | None]]:
        """The faults of one page, those that stop it first, each with its line."""
        lines = self.text.split("\n")
        ordered = sorted(self.faults, key=lambda fault: not fault.stops)
        return ((fault, _quote(lines, fault)) for fault in ordered[:SHOWN])

    @property
    def more(self) -> int:
        """How many faults have no place on the page."""
        return max(0, len(self.faults) - SHOWN)


@dataclass(frozen=True)
class Own:
    """An upload of who is there, waiting to be published."""

    id: str
    read: Read
    until: datetime

    @property
    def questionnaire(self) -> Questionnaire:
        """What would be published."""
        return self.read.questionnaire


def make_room() -> bool:
    """Let this request be as large as a file may be; False when it is larger than that."""
    request.max_content_length = MAXIMUM + AROUND
    return (request.content_length or 0) <= MAXIMUM + AROUND


def received() -> Read | None:
    """The file that was sent; None when none was chosen."""
    sent = request.files.get(NAME)
    if sent is None or not sent.filename:
        return None
    return read(sent.stream.read(MAXIMUM + 1))


def too_large() -> Read:
    """What is said of a file that is not even looked at."""
    return read(b" " * (MAXIMUM + 1))


@lru_cache(maxsize=8)  # a preview asks for the same again at each of its pages
def read(body: bytes) -> Read:
    """The file, checked; what is no text is quoted nowhere."""
    found, faults = check_bytes(body, NAME)
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    return Read(text, found, faults)


def own(staged_id: str) -> Own:
    """An upload of who is there; NoResultFound for another's, and past its day."""
    row = imports.staged(current.db(), trainer.me(), staged_id, current.now())
    return Own(row.id, read(row.text.encode()), row.at + imports.TERM)


def _is_of_the_whole(fault: Fault) -> bool:
    """Whether it is of no line in particular: too large, or at odds with another version."""
    return fault.code.startswith("E6") or (fault.code == "E105" and not fault.path)


def _quote(lines: list[str], fault: Fault) -> Quote | None:
    if _is_of_the_whole(fault) or fault.line > len(lines):
        return None
    line, at = lines[fault.line - 1].rstrip("\r"), fault.column - 1
    token = TOKEN.match(line, at)
    end = min(token.end() if token else at, at + CLIPPED)
    before, after = line[max(0, at - CLIPPED) : at], line[end : end + CLIPPED]
    cut = (at > CLIPPED, len(line) > end + CLIPPED)
    return Quote("…" * cut[0] + _seen(before), _seen(line[at:end]), _seen(after) + "…" * cut[1])


def _seen(text: str) -> str:
    """What can be seen of it; a sign that would turn the direction of the line is a mere sign."""
    told = text.replace("\t", " ")
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in told)
