"""Employment: who works here, with which roles and where; given, taken, and ended."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from reflect.records import devices, factors, sessions, spares, staff
from reflect.records.factors import Factor
from reflect.records.groups import Group
from reflect.records.organisations import Organisation
from reflect.records.ring import KeyRing
from reflect.records.staff import Role, Staff

State = Literal["ended", "lapsed", "invited", "bare", "in"]


@dataclass(frozen=True)
class Post:
    """A role at an organisation."""

    id: str
    name: str
    organisation: str


@dataclass(frozen=True)
class Colleague:
    """A member of staff, as an administrator sees one.

    state: access was ended; never chose a password, and the link is past or still works; has no
    authenticator yet; or comes in with both.
    """

    id: str
    email: str = field(repr=False)
    posts: tuple[Post, ...]
    state: State
    groups: int


def every(db: Session, ring: KeyRing, at: datetime) -> list[Colleague]:
    """All who work here, or have groups still, by address."""
    members = db.scalars(select(Staff))
    return sorted((_shown(db, ring, one, at) for one in members), key=lambda one: one.email)


def one(db: Session, ring: KeyRing, staff_id: str, at: datetime) -> Colleague:
    """One of them; raises NoResultFound."""
    return _shown(db, ring, staff.one(db, staff_id), at)


def take(db: Session, staff_id: str, role_id: str) -> str:
    """A role is theirs no more, from the next request on; which it was, or nothing.

    The last one goes by `end` alone.
    """
    held = {role.id: role for role in staff.roles(db, staff_id)}
    if role_id not in held or len(held) == 1:
        return ""
    db.delete(held[role_id])
    db.flush()
    return held[role_id].name


def renew(db: Session, member: Staff, at: datetime, *, keep_factor: bool) -> str:
    """A token to choose another password with; until then nothing opens, and everybody is out.

    Without `keep_factor` the authenticator and spare codes are void too: of who lost them.
    """
    member.password_hash = None
    sessions.end_all(db, member.id)
    if not keep_factor:
        factors.drop(db, member.id)
        spares.drop(db, member.id)
    return staff.reset(db, member, at)


def end(db: Session, member: Staff) -> None:
    """No access any more, from the next request on; gone as soon as no group is theirs."""
    if _groups(db, member.id) == 0:
        db.delete(member)
        db.flush()
        return
    member.password_hash = member.token_hash = member.token_until = None
    sessions.end_all(db, member.id)
    factors.drop(db, member.id)
    spares.drop(db, member.id)
    devices.forget(db, member.id)
    db.execute(delete(Role).where(Role.staff_id == member.id))


def _shown(db: Session, ring: KeyRing, member: Staff, at: datetime) -> Colleague:
    held = select(Role.id, Role.name, Organisation.name).join(Organisation)
    held = held.where(Role.staff_id == member.id).order_by(Organisation.name, Role.name)
    posts = tuple(Post(*row) for row in db.execute(held))
    email, state = staff.email(member, ring), _state(db, member, at)
    return Colleague(member.id, email, posts, state if posts else "ended", _groups(db, member.id))


def _state(db: Session, member: Staff, at: datetime) -> State:
    if member.password_hash is None:
        return "invited" if member.token_until and at < member.token_until else "lapsed"
    return "in" if db.get(Factor, member.id) else "bare"


def _groups(db: Session, staff_id: str) -> int:
    return db.scalars(select(func.count()).where(Group.staff_id == staff_id)).one()
