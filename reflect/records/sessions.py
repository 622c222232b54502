"""Sessions: who is signed in, by a token of which only the hash is kept."""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import (
    ColumnElement,
    LargeBinary,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.orm import Session as Db

from reflect.records import sealing, terms
from reflect.records.base import Base, Id, Instant, belongs_to, opaque
from reflect.records.people import Opened
from reflect.records.sealing import Place

Kind = Literal["person", "staff"]
IDLE = {"person": terms.IDLE.length, "staff": terms.STAFF_IDLE.length}
ABSOLUTE = {"person": terms.SIGNED_IN.length, "staff": terms.STAFF_SIGNED_IN.length}


class Session(Base):
    """A person or a member of staff, signed in; a person's key is sealed by the token."""

    __tablename__ = "session"

    id: Mapped[Id]
    lookup: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    person_id: Mapped[str | None] = mapped_column(belongs_to("person"), index=True)
    staff_id: Mapped[str | None] = mapped_column(belongs_to("staff"), index=True)
    sealed_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    created: Mapped[datetime] = mapped_column(Instant, index=True)
    last_seen: Mapped[datetime] = mapped_column(Instant, index=True)


BY_TOKEN = select(  # built once, and columns alone: every request asks it
    Session.id,
    Session.person_id,
    Session.staff_id,
    Session.sealed_key,
    Session.created,
    Session.last_seen,
).where(Session.lookup == bindparam("lookup"))


@dataclass(frozen=True)
class Current:
    """Who is there."""

    kind: Kind
    owner: str
    key: bytes | None = field(repr=False)  # a person's; staff has none
    session_id: str
    last_seen: datetime

    @property
    def me(self) -> Opened:
        """The person, opened; staff has no answers: ValueError."""
        if self.key is None:
            raise ValueError("staff opens no answers")
        return Opened(self.owner, self.key)


def begin(db: Db, *, kind: Kind, owner: str, key: bytes | None = None, at: datetime) -> str:
    """A new session of a person (id and key) or a member of staff (id); gives the token.

    Sessions that are over are swept away on the way in.
    """
    sweep(db, at)
    token, row = secrets.token_urlsafe(32), opaque()
    session = Session(id=row, lookup=_hash(token), created=at, last_seen=at)
    if kind == "person":
        session.person_id = owner
    else:
        session.staff_id = owner
    if key is not None:
        session.sealed_key = sealing.wrap(_key(token), key, Place("session", row, owner))
    db.add(session)
    db.flush()
    return token


def find(db: Db, token: str, at: datetime) -> Current | None:
    """Who holds this token; None when unknown, idle too long or too old. One query."""
    row = db.execute(BY_TOKEN, {"lookup": _hash(token)}).one_or_none()
    if row is None:
        return None
    kind: Kind = "person" if row.person_id else "staff"
    if at - row.last_seen >= IDLE[kind] or at - row.created >= ABSOLUTE[kind]:
        return None
    owner = row.person_id or row.staff_id or ""
    place = Place("session", row.id, owner)
    key = row.sealed_key and sealing.opened(_key(token), row.sealed_key, place)
    return Current(kind, owner, key, row.id, row.last_seen)


def touch(db: Db, session_id: str, at: datetime) -> None:
    """Seen just now; a caller does this at most every five minutes."""
    db.execute(update(Session).where(Session.id == session_id).values(last_seen=at))


def end(db: Db, token: str) -> None:
    """Sign out; the token opens nothing any more."""
    db.execute(delete(Session).where(Session.lookup == _hash(token)))


def end_others(db: Db, current: Current) -> None:
    """Sign out everywhere else: after a new code or a new password."""
    owner = or_(Session.person_id == current.owner, Session.staff_id == current.owner)
    db.execute(delete(Session).where(owner, Session.id != current.session_id))


def others(db: Db, current: Current, at: datetime) -> int:
    """On how many other devices somebody is signed in."""
    owner = or_(Session.person_id == current.owner, Session.staff_id == current.owner)
    live = select(func.count()).where(owner, Session.id != current.session_id, ~_over(at))
    return db.scalars(live).one()


def end_all(db: Db, owner: str) -> None:
    """Sign a person or a member of staff out everywhere."""
    owned = or_(Session.person_id == owner, Session.staff_id == owner)
    db.execute(delete(Session).where(owned))


def sweep(db: Db, at: datetime) -> None:
    """Sessions that are over are gone: idle too long, or too old."""
    db.execute(delete(Session).where(_over(at)))


def _over(at: datetime) -> ColumnElement[bool]:
    def past(kind: Kind, owner: Mapped[str | None]) -> ColumnElement[bool]:
        over = or_(Session.last_seen <= at - IDLE[kind], Session.created <= at - ABSOLUTE[kind])
        return and_(owner.is_not(None), over)

    return or_(past("person", Session.person_id), past("staff", Session.staff_id))


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _key(token: str) -> bytes:
    return sealing.derive(token.encode(), "session")
