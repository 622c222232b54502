"""Sessions end: signed out here or elsewhere, idle too long, or too old."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session as Db

from reflect.records.sessions.tables import Current, Session, hashed, over


def end(db: Db, token: str) -> None:
    """Sign out; the token opens nothing any more."""
    db.execute(delete(Session).where(Session.lookup == hashed(token)))


def end_others(db: Db, current: Current) -> None:
    """Sign out everywhere else: after a new code or a new password."""
    db.execute(delete(Session).where(_of(current.owner), Session.id != current.session_id))


def of(db: Db, owner: str, at: datetime) -> list[Session]:
    """Where a person or a member of staff is signed in now, in no order that tells hours."""
    return list(db.scalars(select(Session).where(_of(owner), ~over(at)).order_by(Session.id)))


def end_one(db: Db, owner: str, session_id: str) -> None:
    """Sign a person or a member of staff out at one place; another's session stays."""
    db.execute(delete(Session).where(_of(owner), Session.id == session_id))


def end_all(db: Db, owner: str) -> None:
    """Sign a person or a member of staff out everywhere."""
    db.execute(delete(Session).where(_of(owner)))


def sweep(db: Db, at: datetime) -> None:
    """Sessions that are over are gone: idle too long, or too old."""
    db.execute(delete(Session).where(over(at)))


def _of(owner: str) -> ColumnElement[bool]:
    return or_(Session.person_id == owner, Session.staff_id == owner)
