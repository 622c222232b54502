"""Reminders of what is not filled in yet, to an address that only its person's key leads to."""

from reflect.records.reminders.contacts import Recipient, forget, may_stop, of, remember, stop
from reflect.records.reminders.due import are_due, enqueue, sweep
from reflect.records.reminders.tables import Contact, Wish
from reflect.records.reminders.wishes import BEFORE, done, follow, in_sight, leave, possible

__all__ = [
    "BEFORE",
    "Contact",
    "Recipient",
    "Wish",
    "are_due",
    "done",
    "enqueue",
    "follow",
    "forget",
    "in_sight",
    "leave",
    "may_stop",
    "of",
    "possible",
    "remember",
    "stop",
    "sweep",
]
