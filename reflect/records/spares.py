"""Spare codes of staff, for who is without the authenticator: each works once."""

import hashlib

from sqlalchemy import LargeBinary, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import codes
from reflect.records.base import UNORDERED, Base, belongs_to
from reflect.records.codes import NotACode

COUNT = 10


class Spare(Base):
    """A code that still works; of 80 random bits, so that its hash needs no key."""

    __tablename__ = "spare"
    __table_args__ = UNORDERED

    lookup: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    staff_id: Mapped[str] = mapped_column(belongs_to("staff"), index=True)


def renew(db: Session, staff_id: str) -> list[str]:
    """New codes, as they are shown this once; those before work no more."""
    drop(db, staff_id)
    fresh = [codes.spare() for _ in range(COUNT)]
    db.add_all(Spare(lookup=_hash(staff_id, one), staff_id=staff_id) for one in fresh)
    db.flush()
    return fresh


def use(db: Session, staff_id: str, typed: str) -> bool:
    """Whether this is one of them; then it is used up."""
    try:
        lookup = _hash(staff_id, typed)
    except NotACode:
        return False
    gone = delete(Spare).where(Spare.lookup == lookup).returning(Spare.staff_id)
    return db.scalars(gone).one_or_none() is not None


def left(db: Session, staff_id: str) -> int:
    """How many still work."""
    count = select(func.count()).where(Spare.staff_id == staff_id)
    return db.scalars(count).one()


def drop(db: Session, staff_id: str) -> None:
    """None of them works any more."""
    db.execute(delete(Spare).where(Spare.staff_id == staff_id))


def _hash(staff_id: str, typed: str) -> bytes:
    return hashlib.sha256(f"{staff_id} {codes.read(typed, codes.SPARE)}".encode()).digest()
