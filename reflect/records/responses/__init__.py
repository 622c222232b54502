"""Responses: what one person filled in; begun, kept answer by answer, submitted, erased."""

from reflect.records.responses.answers import add, save, write
from reflect.records.responses.beginning import erase, found, of, one, start, start_alone
from reflect.records.responses.history import Kept, history
from reflect.records.responses.keys import unsent
from reflect.records.responses.sheet import Edit, Sheet, again, sheet
from reflect.records.responses.submission import Submission, contribute, profile, submit
from reflect.records.responses.tables import (
    SUBMITTED,
    Answer,
    Contribution,
    Frozen,
    Head,
    Moved,
    Response,
    Submitted,
)

__all__ = [
    "SUBMITTED",
    "Answer",
    "Contribution",
    "Edit",
    "Frozen",
    "Head",
    "Kept",
    "Moved",
    "Response",
    "Sheet",
    "Submission",
    "Submitted",
    "add",
    "again",
    "contribute",
    "erase",
    "found",
    "history",
    "of",
    "one",
    "profile",
    "save",
    "sheet",
    "start",
    "start_alone",
    "submit",
    "unsent",
    "write",
]
