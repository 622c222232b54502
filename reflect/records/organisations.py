"""Organisations: whoever runs the groups; a person belongs to none."""

from sqlalchemy import LargeBinary, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import sealing
from reflect.records.base import Base, Id
from reflect.records.engine import alone
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place

NAMING = "organisation"  # one at a time


class Organisation(Base):
    """A training provider, a school; its pool key opens what too few gave, until it is enough."""

    __tablename__ = "organisation"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(String(200), unique=True)
    wrapped_pool_key: Mapped[bytes | None] = mapped_column(LargeBinary)


def named(db: Session, name: str) -> Organisation:
    """The organisation of that name, made when it is new."""
    found = called(db, name)
    if found is None:
        found = Organisation(name=name)
        db.add(found)
        db.flush()
    return found


def make(db: Session, name: str) -> Organisation | None:
    """A new organisation; None where one has this name."""
    alone(db, NAMING)
    return None if called(db, name) else named(db, name)


def rename(db: Session, organisation_id: str, name: str) -> bool:
    """Another name; False where another has it. Raises NoResultFound."""
    alone(db, NAMING)
    found, same = one(db, organisation_id), called(db, name)
    if same not in (None, found):
        return False
    found.name = name
    db.flush()
    return True


def called(db: Session, name: str) -> Organisation | None:
    """The organisation of that name, if there is one."""
    return db.scalars(select(Organisation).where(Organisation.name == name)).one_or_none()


def one(db: Session, organisation_id: str) -> Organisation:
    """The organisation; raises NoResultFound."""
    return db.get_one(Organisation, organisation_id)


def every(db: Session) -> list[Organisation]:
    """All organisations, by name."""
    return list(db.scalars(select(Organisation).order_by(Organisation.name)))


def pool_key(db: Session, ring: KeyRing, organisation_id: str) -> bytes:
    """The key of its pool, made when the first contribution goes there."""
    organisation = db.get_one(Organisation, organisation_id)
    place = Place("organisation", organisation.id)
    if organisation.wrapped_pool_key is None:
        key = sealing.key()
        organisation.wrapped_pool_key = ring.wrap(key, place)
        db.flush()
        return key
    return ring.opened(organisation.wrapped_pool_key, place)
