"""Sessions begin, are found by their token, and are proven."""

import secrets
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session as Db

from reflect.records import sealing
from reflect.records.base import Base, opaque
from reflect.records.prepared import Prepared
from reflect.records.sealing import Place
from reflect.records.sessions.ending import sweep
from reflect.records.sessions.tables import ABSOLUTE, IDLE, Current, Kind, Session, hashed

HELD = Base.metadata.tables["session"].c
ASKED = (
    HELD.id,
    HELD.person_id,
    HELD.staff_id,
    HELD.sealed_key,
    HELD.created,
    HELD.last_seen,
    HELD.confirmed,
)
BY_TOKEN = Prepared(select(*ASKED).where(HELD.lookup == bindparam("lookup")))  # asked by every page


def begin(db: Db, *, kind: Kind, owner: str, key: bytes | None = None, at: datetime) -> str:
    """A new session of a person (id and key) or a member of staff (id); gives the token.

    What staff has is not whole before `prove`. Sessions that are over are swept away on the way in.
    """
    sweep(db, at)
    token, row = secrets.token_urlsafe(32), opaque()
    session = Session(id=row, lookup=hashed(token), created=at, last_seen=at)
    if kind == "person":
        session.person_id = owner
    else:
        session.staff_id = owner
    if key is not None:
        session.sealed_key = sealing.wrap(_key(token), key, Place("session", row, owner))
    db.add(session)
    db.flush()
    return token


def mark(db: Db, token: str, looks: bytes) -> None:
    """What the device looks like, sealed (`looks.py`), so that its owner knows it in a list."""
    db.execute(update(Session).where(Session.lookup == hashed(token)).values(sealed_looks=looks))


def find(db: Db, token: str, at: datetime) -> Current | None:
    """Who holds this token; None when unknown, idle too long or too old. One query."""
    found = BY_TOKEN.rows(db, {"lookup": hashed(token)})
    if not found:
        return None
    row, person, staff, sealed, created, last_seen, confirmed = found[0]
    kind: Kind = "person" if person else "staff"
    if at - last_seen >= IDLE[kind] or at - created >= ABSOLUTE[kind]:
        return None
    owner = person or staff or ""
    key = sealed and sealing.opened(_key(token), sealed, Place("session", row, owner))
    return Current(kind, owner, key, row, last_seen, confirmed)


def prove(db: Db, session_id: str, at: datetime) -> str:
    """It is whole from now on, under a new token; the old one opens nothing."""
    token = secrets.token_urlsafe(32)
    held = update(Session).where(Session.id == session_id)
    db.execute(held.values(lookup=hashed(token), confirmed=at))
    return token


def confirm(db: Db, session_id: str, at: datetime) -> None:
    """Who is there has just proved it again."""
    db.execute(update(Session).where(Session.id == session_id).values(confirmed=at))


def touch(db: Db, session_id: str, at: datetime) -> None:
    """Seen just now; a caller does this at most every five minutes."""
    db.execute(update(Session).where(Session.id == session_id).values(last_seen=at))


def _key(token: str) -> bytes:
    return sealing.derive(token.encode(), "session")
