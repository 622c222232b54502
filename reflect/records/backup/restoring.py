"""A backup is restored: into an empty instance that has the keys, and into no other."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, inspect
from sqlalchemy.orm import Session

from reflect.records import halfway, keyfiles
from reflect.records import instance as pair
from reflect.records.backup import sqlite, stream
from reflect.records.backup.erasures import listed, reapply
from reflect.records.backup.making import Place, write
from reflect.records.backup.workplace import BackupFault, workplace
from reflect.records.engine import Database
from reflect.records.migration import migrate
from reflect.records.outbox import Outbox
from reflect.records.revision import at_head
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable
from reflect.records.sessions import Session as SignedIn

ERASED = "erased"  # the folder of the list, in the instance and beside backups


@dataclass(frozen=True)
class Restored:
    """When the backup was made, and how much of what it brought was erased once more."""

    made: datetime
    erased: int


def restore(here: Place, keys: Path, source: Path, at: datetime) -> Restored:
    """The backup, as the database of this instance; nobody is signed in.

    Raises BackupFault, KeyRingFault; then there still is no database (of PostgreSQL: unless it was
    the very last step, which says so).
    """
    head = _fitting(here, source)
    lines = listed([here.instance / ERASED, source.parent / ERASED])
    with workplace(here.instance) as folder:
        copy = folder / "restored"
        write(source, here.ring, copy)
        if here.kind == "sqlite":
            database = Database(f"sqlite:///{copy}")
            sqlite.refuse_unsound(database)
            erased = _welcome(database, here.ring, keys, lines, at)
            database.settle()
            database.close()
            _refuse_full(here.database)  # somebody may have started the server meanwhile
            path = Path(here.database.url.database or "")
            path.unlink(missing_ok=True)  # it is empty
            copy.rename(path)
            keyfiles.settle(path.parent)
        else:
            halfway.begin(here.database)
            with copy.open("rb") as archive:
                here.tools.restored(here.database.url, archive)
            erased = _welcome(here.database, here.ring, keys, lines, at)
    return Restored(head.at, erased)


def _fitting(here: Place, source: Path) -> stream.Header:
    """The header of a backup that can be restored here."""
    try:
        with source.open("rb") as file:
            head = stream.header(file)
    except Unreadable as fault:
        raise BackupFault(f"{source}: {fault}") from None
    if head.kind != here.kind:
        raise BackupFault(f"The backup is of {head.kind}, and the settings name {here.kind}.")
    _refuse_full(here.database)
    return head


def _refuse_full(database: Database) -> None:
    if not _is_empty(database):
        raise BackupFault("There is a database already: a backup goes into an empty instance.")


def _is_empty(database: Database) -> bool:
    if database.url.get_backend_name() == "sqlite":
        return sqlite.is_empty(database.url)
    with database.reading() as db:
        return set(inspect(db.connection()).get_table_names()) <= {halfway.MARK.name}


def _welcome(
    database: Database, ring: KeyRing, keys: Path, lines: frozenset[str], at: datetime
) -> int:
    """Tables that this version serves, a ring that fits, nobody signed in, nothing mailed twice."""
    with database.reading() as db:
        is_behind = not at_head(db)
    if is_behind:  # one that is ahead is served as it is, wherever it came from
        migrate(database)
    with database.writing() as db:
        pair.adopt(db, ring, at.date())
        pair.refuse(db, ring, keys)
        _void(db)
        erased = reapply(db, ring, lines)
        halfway.end(db)
        db.commit()
    return erased


def _void(db: Session) -> None:
    for table in (SignedIn, Outbox):
        db.execute(delete(table))
