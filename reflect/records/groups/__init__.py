"""Groups: a training's participants, their moments, and the code they join with."""

from reflect.records.groups.joining import (
    by_join_code,
    code,
    is_full,
    move_codes,
    recognised,
    renew_code,
    stop_code,
)
from reflect.records.groups.moments import is_past, moments, moments_of, open_next, round_of
from reflect.records.groups.opening import Plan, counts, create, of, one
from reflect.records.groups.replanning import replan
from reflect.records.groups.tables import Full, Group, Membership, Moment, Round, Wave

__all__ = [
    "Full",
    "Group",
    "Membership",
    "Moment",
    "Plan",
    "Round",
    "Wave",
    "by_join_code",
    "code",
    "counts",
    "create",
    "is_full",
    "is_past",
    "moments",
    "moments_of",
    "move_codes",
    "of",
    "one",
    "open_next",
    "recognised",
    "renew_code",
    "replan",
    "round_of",
    "stop_code",
]
