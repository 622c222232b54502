"""Groups: a training's participants, their moments, and the code they join with."""

from reflect.records.groups.joining import (
    by_join_code,
    code,
    is_full,
    recognised,
    renew_code,
    stop_code,
)
from reflect.records.groups.moments import is_past, moment, moments, open_next
from reflect.records.groups.opening import Plan, create, joined, of, one
from reflect.records.groups.tables import Full, Group, Membership, Moment

__all__ = [
    "Full",
    "Group",
    "Membership",
    "Moment",
    "Plan",
    "by_join_code",
    "code",
    "create",
    "is_full",
    "is_past",
    "joined",
    "moment",
    "moments",
    "of",
    "one",
    "open_next",
    "recognised",
    "renew_code",
    "stop_code",
]
