"""What the doctor sees of what is remembered: database, keys, mail, work at night, backups."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from reflect.commands.doctor import machine
from reflect.commands.doctor.finding import Finding, told
from reflect.config import Config
from reflect.records import backup, condition, inspection, keyfiles, vitals
from reflect.records.connections import faults
from reflect.records.engine import Database, DatabaseFault, Session
from reflect.records.instance import misfits
from reflect.records.ring import KeyRing, KeyRingFault

REACH = "See that the database runs, and what REFLECT_DATABASE_URL says."
RIGHT = "Put the right keys back from your copy; `reflect keys check` says more."


def look(config: Config, at: datetime) -> Iterator[Finding]:
    """Each part that could be looked at; nothing is written. The first that fails ends it."""
    try:
        database = Database(config.database)
        try:
            with faults(), database.reading() as db:
                yield from _database(config, db, at)
        finally:
            database.close()
    except DatabaseFault as fault:
        yield Finding("database", str(fault), REACH)


def copies(config: Config, at: datetime) -> Iterator[Finding]:
    """The backups that lie in their folder, which the log cannot know."""
    if not config.backups:
        return
    folder = Path(config.backups)
    newest = backup.newest(folder)
    is_fresh = newest is not None and newest >= (at - condition.BACKUP).date()
    words = f"The newest in {folder} is of {newest}." if newest else f"There is none in {folder}."
    yield Finding("backup files", words, "" if is_fresh else "Run `reflect backup` every night.")


def _database(config: Config, db: Session, at: datetime) -> Iterator[Finding]:
    parts = condition.tables(db)
    yield from map(told, parts)
    if not all(part.is_well for part in parts):
        return
    yield from machine.beside(vitals.clock(db), at)
    yield from _keys(config, db)
    yield from map(told, condition.routine(db, at))
    yield told(condition.mail(db, at, is_sent=config.sends_mail))


def _keys(config: Config, db: Session) -> Iterator[Finding]:
    """The files, whether they are of this database, and whether a sample opens."""
    found = list(keyfiles.faults(config.keys))
    try:
        ring = KeyRing.read(config.keys)
        found = found or misfits(db, ring, config.keys)
    except KeyRingFault as fault:
        found = found or [str(fault)]
    if found:
        yield from (Finding("keys", one, RIGHT) for one in found)
        return
    yield told(condition.keys(ring))
    looked = list(inspection.look(db, ring))
    shut = [one.fault for one in looked if one.fault]
    yield from (Finding("sealed rows", one, "Put it back from a backup.") for one in shut)
    if not shut:
        yield Finding("sealed rows", f"{len(looked)} looked at, and they open.")
