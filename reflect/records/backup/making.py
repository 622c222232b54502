"""A backup is made: dumped, sealed, read back and tried, and only then there."""

from collections import Counter
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from sqlalchemy import RowMapping

from reflect.records import inspection, keyfiles
from reflect.records.backup import sqlite, stream
from reflect.records.backup.postgres import Tools
from reflect.records.backup.workplace import BackupFault, private, workplace
from reflect.records.engine import Database
from reflect.records.ring import KeyRing
from reflect.records.sealed import envelopes, opened
from reflect.records.sealing import Unreadable

PART = ".part"


@dataclass(frozen=True)
class Made:
    """What was written, how many of its rows were opened, and what of them did not."""

    path: Path
    size: int
    looked: int
    faults: list[str]


@dataclass(frozen=True)
class Place:
    """What a backup is made of, and with what."""

    database: Database
    ring: KeyRing
    instance: Path
    tools: Tools

    @property
    def kind(self) -> str:
        """Sqlite or postgresql."""
        return self.database.url.get_backend_name()


def make(here: Place, target: Path, at: datetime) -> Made:
    """A sealed copy of the database as it is now, under a name that nothing has.

    What was acknowledged before this began is in it. Raises BackupFault, OSError.
    """
    if target.exists():
        raise BackupFault(f"{target} is there already: nothing is written over it.")
    draft = target.with_name(target.name + PART)
    draft.unlink(missing_ok=True)  # of a crash
    try:
        with workplace(here.instance) as folder:
            with private(draft) as file, _dumped(here, folder) as source:
                stream.seal(source, file, here.ring, here.kind, at)
            keyfiles.settle(draft)
            looked = _tried(here, draft, folder)
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)
    keyfiles.settle(target.parent)
    faults = [fault for fault in looked if fault]
    return Made(target, target.stat().st_size, len(looked), faults)


def write(archive: Path, ring: KeyRing, into: Path) -> None:
    """What a backup holds, as a file. Raises BackupFault when it is not whole."""
    try:
        with archive.open("rb") as source, private(into) as file:
            file.writelines(stream.opened(source, ring))
    except Unreadable as fault:
        raise BackupFault(str(fault)) from None


def _dumped(here: Place, folder: Path) -> AbstractContextManager[BinaryIO]:
    if here.kind == "sqlite":
        return sqlite.dumped(here.database.url, folder)
    return here.tools.dumped(here.database.url)


def _tried(here: Place, draft: Path, folder: Path) -> list[str]:
    """What of a sample does not open, empty for what does."""
    copy = folder / "tried"
    write(draft, here.ring, copy)
    if here.kind != "sqlite":
        return _tried_archive(here, copy)
    database = Database(f"sqlite:///{copy}")
    try:
        sqlite.refuse_unsound(database)
        with database.reading() as db:
            return [each.fault for each in inspection.look(db, here.ring)]
    finally:
        database.close()


def _tried_archive(here: Place, copy: Path) -> list[str]:
    """The first rows of each table that a key of the ring sealed; the whole archive is read."""
    told, seen = [], Counter[str]()
    with copy.open("rb") as archive:
        for table, row in here.tools.rows(archive):
            seen[table] += 1
            if envelopes(table) and seen[table] <= inspection.SAMPLE:
                told.append(_fault(here.ring, table, cast("RowMapping", row)))
    if not seen["instance"]:
        raise BackupFault("The copy holds no instance of Reflect.")
    return told


def _fault(ring: KeyRing, table: str, row: RowMapping) -> str:
    try:
        opened(ring, table, row)
    except Unreadable as fault:
        return str(fault)
    return ""
