"""Sessions: who is signed in, by a token of which only the hash is kept."""

from reflect.records.sessions.beginning import begin, confirm, find, mark, prove, touch
from reflect.records.sessions.ending import end, end_all, end_one, end_others, of, sweep
from reflect.records.sessions.tables import Current, Session

__all__ = [
    "Current",
    "Session",
    "begin",
    "confirm",
    "end",
    "end_all",
    "end_one",
    "end_others",
    "find",
    "mark",
    "of",
    "prove",
    "sweep",
    "touch",
]
