"""Releases: what groups were told, the ledger of it, and the closing of a moment."""

from reflect.records.releases.auditing import everything
from reflect.records.releases.closing import Due, close, conclude, due, freeze, record
from reflect.records.releases.drawing import draw
from reflect.records.releases.nightly import Night, tell
from reflect.records.releases.roster import roster, submitted, submitted_of
from reflect.records.releases.ruling import Rules, rules
from reflect.records.releases.sight import Sight, closings, union, unions
from reflect.records.releases.tables import Member, Pool, Release
from reflect.records.releases.telling import Picture, changes, of_moment, picture, turns

__all__ = [
    "Due",
    "Member",
    "Night",
    "Picture",
    "Pool",
    "Release",
    "Rules",
    "Sight",
    "changes",
    "close",
    "closings",
    "conclude",
    "draw",
    "due",
    "everything",
    "freeze",
    "of_moment",
    "picture",
    "record",
    "roster",
    "rules",
    "submitted",
    "submitted_of",
    "tell",
    "turns",
    "union",
    "unions",
]
