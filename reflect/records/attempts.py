"""Attempts: failures by account and address, so that guessing stops and rooms do not."""

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import LargeBinary, String, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import terms
from reflect.records.base import DIGEST, Base, Id, Instant
from reflect.records.ring import KeyRing

Kind = Literal["account", "address", "mailbox"]
LIMITS: dict[Kind, tuple[int, timedelta]] = {
    "account": (5, timedelta(minutes=15)),
    "address": (20, timedelta(minutes=10)),  # of failures: thirty who succeed never meet it
    "mailbox": (2, terms.FAILURES.length),  # of mails asked for; the longest: then nothing is kept
}


class Attempt(Base):
    """One failure; whose or whence is only recognised, not kept."""

    __tablename__ = "attempt"

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(10))
    lookup: Mapped[bytes] = mapped_column(LargeBinary(DIGEST), index=True)
    at: Mapped[datetime] = mapped_column(Instant, index=True)


def failed(db: Session, ring: KeyRing, tried: dict[Kind, str], at: datetime) -> None:
    """Count one failure for each of what was tried; what is past every window goes."""
    sweep(db, at)
    for kind, value in tried.items():
        db.add(Attempt(kind=kind, lookup=ring.digest(f"attempt {kind}", value), at=at))
    db.flush()


def blocked(db: Session, ring: KeyRing, tried: dict[Kind, str], at: datetime) -> bool:
    """Whether any of what is tried has failed too often within its window."""
    return any(
        _failures(db, ring, kind, value, at) >= LIMITS[kind][0] for kind, value in tried.items()
    )


def sweep(db: Session, at: datetime) -> None:
    """Failures past every window are gone."""
    db.execute(delete(Attempt).where(Attempt.at <= at - terms.FAILURES.length))


def _failures(db: Session, ring: KeyRing, kind: Kind, value: str, at: datetime) -> int:
    count = select(func.count()).where(
        Attempt.lookup.in_(ring.digests(f"attempt {kind}", value)),
        Attempt.at > at - LIMITS[kind][1],
    )
    return db.scalars(count).one()
