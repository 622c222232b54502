"""The instance: its ledger key, and proof that the key ring and the database are a pair."""

from pathlib import Path

from sqlalchemy import LargeBinary, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import audit, sealing
from reflect.records.base import Base
from reflect.records.engine import Database, alone
from reflect.records.ring import KeyRing, KeyRingFault
from reflect.records.sealing import Place, Unreadable

PLACE = Place("instance", "ledger")


class Instance(Base):
    """The one row: the ledger key, which stays the same when the ring's keys are renewed."""

    __tablename__ = "instance"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    wrapped_ledger_key: Mapped[bytes] = mapped_column(LargeBinary)


def ready(database: Database, folder: Path) -> KeyRing:
    """The key ring of this database; made by the first start on an empty instance, and only then.

    The database has its tables. Raises KeyRingFault when keys are missing or of another database.
    """
    with database.writing() as db:
        alone(db, "first start")
        known = db.scalars(select(Instance.wrapped_ledger_key)).one_or_none()
        if known is not None:
            ring = KeyRing.read(folder)
            ledger_key(db, ring)
            if audit.begin(db, ring):  # made by a version that had none
                db.commit()
            return ring
        ring = KeyRing.create(folder)
        db.add(Instance(id=1, wrapped_ledger_key=ring.wrap(sealing.key(), PLACE)))
        audit.begin(db, ring)
        db.commit()
    return ring


def ledger_key(db: Session, ring: KeyRing) -> bytes:
    """The key under which persons become subjects; raises KeyRingFault."""
    wrapped = db.scalars(select(Instance.wrapped_ledger_key)).one()
    try:
        return ring.opened(wrapped, PLACE)
    except Unreadable:
        raise KeyRingFault("The keys are not of this database: put the right ones back.") from None
