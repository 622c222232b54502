"""What people took back, kept beside the database: an old backup would bring it again.

A file a day. A line says neither who nor what: it is an HMAC of a row's id under a key of the ring.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from reflect.records import keyfiles, memberships
from reflect.records.forgetting import What, noted
from reflect.records.groups import Membership
from reflect.records.people import Person
from reflect.records.recovery import Recovery
from reflect.records.reminders import Contact
from reflect.records.responses import Response
from reflect.records.ring import KeyRing

PURPOSE = "erased"
IDS: Mapping[What, InstrumentedAttribute[str]] = {
    "person": Person.id,
    "response": Response.id,
    "membership": Membership.id,
    "counts": Membership.id,
    "contact": Contact.id,
    "recovery": Recovery.id,
}


@dataclass(frozen=True)
class Erasures:
    """The list, in a folder of its own."""

    folder: Path
    ring: KeyRing

    def keep(self, db: Session) -> None:
        """Write down what a transaction forgets; it may commit afterwards, and not before."""
        told = noted(db)
        if not told:
            return
        digests = (self.ring.digest(PURPOSE, f"{what} {row}").hex() for what, row in told)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        _add(self.folder / f"{datetime.now(UTC):%Y-%m-%d}", digests)

    def copy(self, to: Path) -> None:
        """The list once more, beside the backups: there it outlives the instance.

        Lines that are there stay: an instance that was restored wrote them, and has them no more.
        """
        if self.folder.is_dir():
            to.mkdir(mode=0o700, exist_ok=True)
            for file in self.folder.iterdir():
                told = listed([self.folder], file.name) - listed([to], file.name)
                _add(to / file.name, told)


def forget(folder: Path, at: datetime, length: timedelta) -> None:
    """What no backup can bring again is written down no more."""
    for file in folder.glob("????-??-??"):
        if date.fromisoformat(file.name) < at.date() - length:
            file.unlink()


def listed(folders: Iterable[Path], days: str = "????-??-??") -> frozenset[str]:
    """Every line of the lists in these folders, where there are any."""
    files = (file for folder in folders for file in folder.glob(days))
    return frozenset(line for file in files for line in file.read_text("ascii").split())


def reapply(db: Session, ring: KeyRing, lines: frozenset[str]) -> int:
    """Erase once more what is on the list; how many rows."""
    told = 0
    for what, column in IDS.items():
        for row in db.scalars(select(column)).all():
            if _is_listed(ring, lines, f"{what} {row}"):
                _forget(db, what, row)
                told += 1
    return told


def _add(path: Path, lines: Iterable[str]) -> None:
    """Lines more in a file for its owner alone; what was put in its place is not followed."""
    flags = os.O_CREAT | os.O_APPEND | os.O_WRONLY | os.O_NOFOLLOW
    with os.fdopen(os.open(path, flags, 0o600), "w") as file:
        file.write("".join(f"{each}\n" for each in lines))
        file.flush()
        os.fsync(file.fileno())
    keyfiles.settle(path.parent)


def _is_listed(ring: KeyRing, lines: frozenset[str], text: str) -> bool:
    return bool(lines) and any(each.hex() in lines for each in ring.digests(PURPOSE, text))


def _forget(db: Session, what: What, row: str) -> None:
    if what in ("membership", "counts"):
        member = db.get(Membership, row)
        if member is None:
            return  # it went with the person
        memberships.decline(db, member)
        if what == "membership":
            memberships.withdraw(db, member.person_id, member.group_id)
        return
    column = IDS[what]
    db.execute(delete(column.class_).where(column == row))
