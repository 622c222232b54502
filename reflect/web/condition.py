"""The condition of this instance, line by line: what is well, and what to do where it is not."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reflect.records import audit, outbox
from reflect.records.audit import Line
from reflect.records.engine import Session
from reflect.records.revision import at_head
from reflect.records.vitals import product
from reflect.web import current

NIGHT = timedelta(hours=26)  # a night, and time to spare
BACKUP = timedelta(days=2)
BACKLOG = timedelta(hours=1)  # of mail: as long as the links in some of it work
ROOM = 2 * 10**9  # bytes, below which a disk is nearly full
GIGABYTE = 10**9


@dataclass(frozen=True)
class Condition:
    """One part: its name, how it is with it, and what words about that say besides."""

    name: str
    state: str = "well"
    said: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to do."""
        return self.state == "well"


def conditions() -> list[Condition]:
    """Every part, in the order of their weight."""
    return list(_conditions(current.db(), current.now()))


def _conditions(db: Session, at: datetime) -> Iterator[Condition]:
    house = current.house()
    yield Condition("database", said={"product": product(db)})
    yield Condition("tables", "well" if at_head(db) else "old")
    ring = house.ring
    yield Condition("keys", said={"newest": ring.newest, "count": len(ring.keys)})
    night = audit.last(db, "instance:night")
    yield Condition("night", _since(night, at, NIGHT), _when(night))
    if night:
        yield Condition("log", "well" if night.result == "ok" else "broken")
    backup = audit.last(db, "instance:backup")
    yield Condition("backup", _since(backup, at, BACKUP), _when(backup))
    free = shutil.disk_usage(house.config.instance).free
    room = {"free": current.language().number(free / GIGABYTE, 0)}
    yield Condition("disk", "full" if free < ROOM else "well", room)
    yield _mail(db, at)
    named = house.config.controller and house.config.contact
    yield Condition("names", "well" if named else "missing")


def _mail(db: Session, at: datetime) -> Condition:
    """Never how many letters wait while all is well: that would tell when somebody asks for one."""
    if not current.house().config.sends_mail:
        return Condition("post")
    late = outbox.due(db, at - BACKLOG)
    return Condition("mail", "late" if late else "well", {"count": late})


def _since(line: Line | None, at: datetime, term: timedelta) -> str:
    if line is None or line.at is None:
        return "never"
    return "late" if at - line.at > term else "well"


def _when(line: Line | None) -> dict[str, str | int]:
    t = current.language()
    return {"day": t.date(line.day), "time": t.time(line.at)} if line and line.at else {}
