"""The outbox: letters that wait, sealed, until the mail server took them; then they are gone."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import LargeBinary, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import terms
from reflect.records.base import DIGEST, UNORDERED, Base, Id, Instant, belongs_to, opaque
from reflect.records.engine import alone
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place

LEASE = timedelta(minutes=10)  # longer than any delivery lasts: nobody else takes it meanwhile
FIRST, LONGEST = timedelta(minutes=1), timedelta(days=1)
TRIES = 14  # some four days


class Outbox(Base):
    """A letter: to whom and what for, sealed."""

    __tablename__ = "outbox"
    __table_args__ = UNORDERED

    id: Mapped[Id]
    lookup: Mapped[bytes] = mapped_column(LargeBinary(DIGEST), unique=True)
    contact_id: Mapped[str | None] = mapped_column(belongs_to("contact"), index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    tries: Mapped[int] = mapped_column(default=0)
    next_try: Mapped[datetime] = mapped_column(Instant, index=True)


@dataclass(frozen=True)
class Letter:
    """What for (post/message.py says it), to which address, in which language, with what."""

    kind: str
    to: str = field(repr=False)
    language: str
    code: str = field(default="", repr=False)
    tokens: tuple[str, ...] = field(default=(), repr=False)
    stop: str = field(default="", repr=False)
    contact: str = ""  # goes when that goes
    until: datetime | None = None  # from then on it would say what is no longer so
    key: str = field(default="", repr=False, compare=False)  # by which it is found, to renew that


@dataclass(frozen=True)
class Claimed:
    """A letter that is ours to deliver, for as long as the lease lasts."""

    id: str
    letter: Letter


def put(db: Session, ring: KeyRing, letter: Letter, *, key: str, at: datetime) -> None:
    """Into the outbox; while one with this key waits, nothing: the same is not said twice."""
    alone(db, f"outbox {key}")
    if db.scalars(select(Outbox.id).where(Outbox.lookup.in_(_lookups(ring, [key])))).first():
        return
    row = opaque()
    lookup, sealed = ring.digest("outbox", key), _sealed(ring, row, replace(letter, key=key))
    contact = letter.contact or None
    db.add(Outbox(id=row, lookup=lookup, sealed=sealed, next_try=at, contact_id=contact))
    db.flush()


def drop(db: Session, ring: KeyRing, keys: Iterable[str]) -> None:
    """Letters that need not go any more."""
    db.execute(delete(Outbox).where(Outbox.lookup.in_(_lookups(ring, keys))))


def claim(db: Session, ring: KeyRing, at: datetime) -> Claimed | None:
    """The next letter that is due, which nobody else gets while the lease lasts; None: no more.

    One that came too late is gone. Raises Unreadable, of one that waits a lease like any other.
    """
    due = select(Outbox).where(Outbox.next_try <= at).order_by(Outbox.next_try, Outbox.id)
    while (row := db.scalars(due.limit(1).with_for_update(skip_locked=True)).first()) is not None:
        row.tries, row.next_try = row.tries + 1, at + LEASE
        db.flush()
        letter = _opened(ring, row)
        if row.tries <= TRIES and (letter.until is None or at < letter.until):
            return Claimed(row.id, letter)
        done(db, row.id)
    return None


def rewrite(db: Session, ring: KeyRing, row: str, letter: Letter) -> Claimed:
    """Another letter in the place of a claimed one, so that each try says the same."""
    sealed = _sealed(ring, row, letter)
    db.execute(update(Outbox).where(Outbox.id == row).values(sealed=sealed))
    return Claimed(row, letter)


def done(db: Session, row: str) -> None:
    """The letter is gone: the server took it, or never will."""
    db.execute(delete(Outbox).where(Outbox.id == row))


def later(db: Session, row: str, at: datetime) -> bool:
    """Try again: after a minute, two, four … a day. False, and the letter is gone, past TRIES."""
    tries = db.scalars(select(Outbox.tries).where(Outbox.id == row)).one_or_none()
    if tries is None or tries >= TRIES:
        done(db, row)
        return tries is None
    waits = min(FIRST * 2 ** (tries - 1), LONGEST)
    db.execute(update(Outbox).where(Outbox.id == row).values(next_try=at + waits))
    return True


def due(db: Session, at: datetime) -> int:
    """How many letters could go now."""
    count = select(func.count()).select_from(Outbox)
    return db.scalars(count.where(Outbox.next_try <= at)).one()


def sweep(db: Session, at: datetime) -> None:
    """What nobody took up for a week is gone."""
    db.execute(delete(Outbox).where(Outbox.next_try < at - terms.LETTER.length))


def _lookups(ring: KeyRing, keys: Iterable[str]) -> list[bytes]:
    return [lookup for key in keys for lookup in ring.digests("outbox", key)]


def _sealed(ring: KeyRing, row: str, letter: Letter) -> bytes:
    until = letter.until.isoformat() if letter.until else None
    whole = json.dumps(vars(letter) | {"until": until})
    return ring.seal(whole.encode(), Place("outbox", row))


def _opened(ring: KeyRing, row: Outbox) -> Letter:
    whole = json.loads(ring.opened(row.sealed, Place("outbox", row.id)))
    until = datetime.fromisoformat(whole["until"]) if whole["until"] else None
    return Letter(**whole | {"tokens": tuple(whole["tokens"]), "until": until})
