"""Releases: what groups were told, the ledger of it, and the closing of a moment."""

from reflect.records.releases.closing import (
    Closing,
    Due,
    Rules,
    close,
    conclude,
    due,
    freeze,
    record,
)
from reflect.records.releases.roster import roster, submitted, submitted_of
from reflect.records.releases.ruling import rules
from reflect.records.releases.tables import Member, Pool, Release
from reflect.records.releases.telling import of_moment

__all__ = [
    "Closing",
    "Due",
    "Member",
    "Pool",
    "Release",
    "Rules",
    "close",
    "conclude",
    "due",
    "freeze",
    "of_moment",
    "record",
    "roster",
    "rules",
    "submitted",
    "submitted_of",
]
