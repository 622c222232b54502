"""The audit log: what staff and the system did, and of a person nothing but the day."""

from reflect.records.audit.actions import ACTIONS, KINDS, NIGHT, OPERATOR, SOMEBODY, Actor, Event
from reflect.records.audit.chain import begin, drop, note
from reflect.records.audit.checking import faults, heads
from reflect.records.audit.reading import every, last, months, page
from reflect.records.audit.tables import Head, Line

__all__ = [
    "ACTIONS",
    "KINDS",
    "NIGHT",
    "OPERATOR",
    "SOMEBODY",
    "Actor",
    "Event",
    "Head",
    "Line",
    "begin",
    "drop",
    "every",
    "faults",
    "heads",
    "last",
    "months",
    "note",
    "page",
]
