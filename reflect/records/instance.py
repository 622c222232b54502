"""The instance: its ledger key, and proof that the key ring and the database are a pair."""

import hmac
from contextlib import suppress
from datetime import date
from pathlib import Path

from sqlalchemy import LargeBinary, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import audit, groups, halfway, keyfiles, sealing
from reflect.records.base import Base
from reflect.records.engine import Database, alone
from reflect.records.keyfiles import DRAFT, KeyRingFault
from reflect.records.ring import PERSON, KeyRing, finder
from reflect.records.sealing import Place, Unreadable

PLACE = Place("instance", "ledger")
RENEWING = "keys"  # who makes or removes keys does so alone


class Instance(Base):
    """The one row: the ledger key, which stays the same when the ring's keys are renewed."""

    __tablename__ = "instance"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    wrapped_ledger_key: Mapped[bytes] = mapped_column(LargeBinary)


class RingKey(Base):
    """A key of the ring, as the database knows it: by what only that key makes."""

    __tablename__ = "ring"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    proof: Mapped[bytes] = mapped_column(LargeBinary(32))
    made: Mapped[date | None]  # of the first key it is not known, nor needed


def ready(database: Database, folder: Path) -> KeyRing:
    """The key ring of this database; made by the first start on an empty instance, and only then.

    The database has its tables. Raises KeyRingFault when keys are missing or of another database,
    DatabaseFault when a backup was restored into it only in part.
    """
    with database.writing() as db:
        halfway.refuse(db)
        alone(db, RENEWING)
        known = db.scalars(select(Instance.wrapped_ledger_key)).one_or_none()
        if known is None:
            ring = KeyRing.create(folder)
            db.add(Instance(id=1, wrapped_ledger_key=ring.wrap(sealing.key(), PLACE)))
        else:
            finish(db, folder)
            ring = KeyRing.read(folder)
            refuse(db, ring, folder)
        register(db, ring)
        audit.begin(db, ring)
        db.commit()
    return ring


def finish(db: Session, folder: Path) -> None:
    """A key that the database was told of, and that a crash kept from its place, gets it."""
    for row in db.scalars(select(RingKey)):
        with suppress(FileNotFoundError):  # it has it, or somebody else was just quicker
            (folder / keyfiles.name(row.number, DRAFT)).rename(folder / keyfiles.name(row.number))
            keyfiles.settle(folder)


def refuse(db: Session, ring: KeyRing, folder: Path) -> None:
    """Raises KeyRingFault unless the ring is, key by key, the one of this database."""
    for fault in misfits(db, ring, folder):
        raise KeyRingFault(fault)
    ledger_key(db, ring)


def misfits(db: Session, ring: KeyRing, folder: Path) -> list[str]:
    """Keys that are missing, others, or too many; a line each, and what to do."""
    finders, known = _finders(ring), list(db.scalars(select(RingKey).order_by(RingKey.number)))
    told = []
    for row in known:
        file = keyfiles.name(row.number)
        if row.number not in finders:
            told.append(f"{file} is missing in {folder}: put it back from your copy of the keys.")
        elif not hmac.compare_digest(row.proof, proof(finders[row.number])):
            told.append(f"{file} is not of this database: put the right one back in {folder}.")
    strays = finders.keys() - {row.number for row in known} if known else set()
    told += [
        f"{keyfiles.name(number)} is of no use to this database: take it out of {folder}."
        for number in sorted(strays)
    ]
    return told


def register(db: Session, ring: KeyRing) -> None:
    """The database knows each key of its ring; that of an older version learns them here."""
    if not db.scalars(select(RingKey).limit(1)).first():
        db.add_all(
            RingKey(number=number, proof=proof(one)) for number, one in _finders(ring).items()
        )
        db.flush()
        groups.move_codes(db, ring)


def adopt(db: Session, ring: KeyRing, day: date) -> None:
    """Keys that were made after a backup was: the database that it brings learns them."""
    known = set(db.scalars(select(RingKey.number)))
    for number, one in _finders(ring).items():
        if known and number > max(known):
            db.add(RingKey(number=number, proof=proof(one), made=day))
    register(db, ring)
    db.flush()


def proof(finder: bytes) -> bytes:
    """What only this key makes, and what tells nothing of it: 32 bytes."""
    return sealing.digest(finder, "proof")


def ledger_key(db: Session, ring: KeyRing) -> bytes:
    """The key under which persons become subjects; raises KeyRingFault."""
    wrapped = db.scalars(select(Instance.wrapped_ledger_key)).one()
    try:
        return ring.opened(wrapped, PLACE)
    except Unreadable:
        raise KeyRingFault("The keys are not of this database: put the right ones back.") from None


def _finders(ring: KeyRing) -> dict[int, bytes]:
    """By number what each key, and each that was retired, finds persons with."""
    found = {number: finder(key, PERSON) for number, key in ring.keys.items()}
    return found | dict(ring.finders)
