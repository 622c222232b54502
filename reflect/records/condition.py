"""The condition of an instance, part by part: what is well and what is not, in plain values."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path

from sqlalchemy.orm import Session

from reflect.records import audit, outbox
from reflect.records.audit import Line
from reflect.records.revision import at_head
from reflect.records.ring import KeyRing
from reflect.records.vitals import product

NIGHT = timedelta(hours=26)  # a night, and time to spare
BACKUP = timedelta(days=2)
BACKLOG = timedelta(hours=1)  # of mail: as long as the links in some of it work
ROOM = 2 * 10**9  # bytes, below which a disk is nearly full
GIGABYTE = 10**9


@dataclass(frozen=True)
class Condition:
    """One part: its name, how it is with it, and what words about that say besides.

    said: texts and counts as they are; moments, days and fractions for a language to write.
    """

    name: str
    state: str = "well"
    said: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to do."""
        return self.state == "well"


def tables(db: Session) -> list[Condition]:
    """Which database this is, and whether its tables are of this version."""
    form = "well" if at_head(db) else "old"
    return [Condition("database", said={"product": product(db)}), Condition("tables", form)]


def keys(ring: KeyRing) -> Condition:
    """Which key seals, and how many there are; a ring that is not right is none."""
    return Condition("keys", said={"newest": ring.newest, "count": len(ring.keys)})


def routine(db: Session, at: datetime) -> Iterator[Condition]:
    """What has to happen by itself: the work of a night, what it said of the log, a backup."""
    night = audit.last(db, "instance:night")
    yield Condition("night", _since(night, at, NIGHT), _when(night))
    if night:
        yield Condition("log", "well" if night.result == "ok" else "broken")
    backup = audit.last(db, "instance:backup")
    yield Condition("backup", _since(backup, at, BACKUP), _when(backup))


def disk(folder: Path) -> Condition:
    """Whether there is room where a folder is."""
    free = shutil.disk_usage(folder).free
    return Condition("disk", "full" if free < ROOM else "well", {"free": Fraction(free, GIGABYTE)})


def mail(db: Session, at: datetime, *, is_sent: bool) -> Condition:
    """Never how many letters wait while all is well: that would tell when somebody asks for one."""
    if not is_sent:
        return Condition("post")
    late = outbox.due(db, at - BACKLOG)
    return Condition("mail", "late" if late else "well", {"count": late})


def names(*, are_there: bool) -> Condition:
    """Whether it is said who is responsible and whom to ask."""
    return Condition("names", "well" if are_there else "missing")


def _since(line: Line | None, at: datetime, term: timedelta) -> str:
    if line is None or line.at is None:
        return "never"
    return "late" if at - line.at > term else "well"


def _when(line: Line | None) -> dict[str, object]:
    return {"day": line.day, "time": line.at} if line and line.at else {}
