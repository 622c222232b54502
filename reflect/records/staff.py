"""Staff: trainers and administrators, found by e-mail, with a role in an organisation."""

import hashlib
import secrets
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import LargeBinary, String, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import terms
from reflect.records.base import DIGEST, Base, Id, Instant, belongs_to, opaque
from reflect.records.organisations import Organisation
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place

ROLES = ("trainer", "administrator")
TOKEN_LIVES = terms.FIRST_PASSWORD.length


class Staff(Base):
    """A trainer or administrator; the address is sealed."""

    __tablename__ = "staff"

    id: Mapped[Id]
    lookup: Mapped[bytes] = mapped_column(LargeBinary(DIGEST), unique=True)
    sealed_email: Mapped[bytes] = mapped_column(LargeBinary)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    token_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), unique=True)
    token_until: Mapped[datetime | None] = mapped_column(Instant)


class Role(Base):
    """What a member of staff may do, and where."""

    __tablename__ = "role"
    __table_args__ = (UniqueConstraint("staff_id", "organisation_id", "name"),)

    id: Mapped[Id]
    staff_id: Mapped[str] = mapped_column(belongs_to("staff"))
    organisation_id: Mapped[str] = mapped_column(belongs_to("organisation"), index=True)
    name: Mapped[str] = mapped_column(String(20))


def add(db: Session, ring: KeyRing, email: str, role: str, organisation: Organisation) -> Staff:
    """Give the holder of `email` a role; somebody new is made. Raises ValueError on another role.

    The first way in is the token of `reset`.
    """
    if role not in ROLES:
        raise ValueError(f"a role is one of {', '.join(ROLES)}, not {role!r}")
    member = _found(db, ring, email) or _new(db, ring, email)
    give(db, member, role, organisation)
    return member


def give(db: Session, member: Staff, role: str, organisation: Organisation) -> None:
    """One role more; again is nothing."""
    held = select(Role).filter_by(staff_id=member.id, organisation_id=organisation.id, name=role)
    if db.scalars(held).first() is None:
        db.add(Role(staff_id=member.id, organisation_id=organisation.id, name=role))
        db.flush()


def reset(db: Session, member: Staff, at: datetime) -> str:
    """A token to choose a (new) password with: once, within 24 hours; an older one lapses."""
    token = secrets.token_urlsafe(32)
    member.token_hash, member.token_until = _hash(token), at + TOKEN_LIVES
    db.flush()
    return token


def invited(db: Session, token: str, at: datetime) -> Staff | None:
    """Whose token this is, so that a page may greet; None when it was used or has lapsed."""
    held = select(Staff).where(Staff.token_hash == _hash(token), Staff.token_until > at)
    return db.scalars(held).one_or_none()


def welcome(db: Session, token: str, password_hash: str, at: datetime) -> Staff:
    """The token is used up and the password is set; raises NoResultFound."""
    held = select(Staff).where(Staff.token_hash == _hash(token), Staff.token_until > at)
    member = db.scalars(held.with_for_update()).one()
    choose(db, member, password_hash)
    return member


def choose(db: Session, member: Staff, password_hash: str) -> None:
    """From now on this password; a link to choose one by opens nothing any more."""
    member.password_hash, member.token_hash, member.token_until = password_hash, None, None
    db.flush()


def sweep(db: Session, at: datetime) -> None:
    """First passwords that nobody chose in time are gone."""
    lapsed = update(Staff).where(Staff.token_until <= at)
    db.execute(lapsed.values(token_hash=None, token_until=None))


def by_email(db: Session, ring: KeyRing, email: str) -> Staff | None:
    """Who signs in with this address, or None: a caller does equal work for both."""
    return _found(db, ring, email)


def one(db: Session, staff_id: str) -> Staff:
    """The member of staff; raises NoResultFound."""
    return db.get_one(Staff, staff_id)


def emails(db: Session, ring: KeyRing, ids: Iterable[str]) -> dict[str, str]:
    """The addresses of those of them who are there, by id."""
    found = db.scalars(select(Staff).where(Staff.id.in_(set(ids))))
    return {member.id: email(member, ring) for member in found}


def email(member: Staff, ring: KeyRing) -> str:
    """The address, opened."""
    return ring.opened(member.sealed_email, Place("staff", member.id)).decode()


def roles(db: Session, staff_id: str) -> list[Role]:
    """What this member of staff may do, and where; asked at each request."""
    return list(db.scalars(select(Role).where(Role.staff_id == staff_id)))


def normal(email: str) -> str:
    """One spelling for one address: NFKC, no spaces around, case folded."""
    return unicodedata.normalize("NFKC", email).strip().casefold()


def _found(db: Session, ring: KeyRing, email: str) -> Staff | None:
    lookups = ring.digests("staff", normal(email))
    return db.scalars(select(Staff).where(Staff.lookup.in_(lookups))).one_or_none()


def _new(db: Session, ring: KeyRing, email: str) -> Staff:
    row = opaque()
    member = Staff(
        id=row,
        lookup=ring.digest("staff", normal(email)),
        sealed_email=ring.seal(normal(email).encode(), Place("staff", row)),
    )
    db.add(member)
    db.flush()
    return member


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
