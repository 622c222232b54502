"""Offers: a group is offered to a colleague by address, and is theirs once they take it.

Nothing is looked up when an offer is made: an address that nobody has looks like any other.
"""

from datetime import date, datetime

from sqlalchemy import LargeBinary, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import staff, terms
from reflect.records.base import Base, belongs_to
from reflect.records.groups import Group
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place
from reflect.records.staff import Staff


class Offer(Base):
    """A group that waits for a colleague; the address is sealed."""

    __tablename__ = "offer"

    group_id: Mapped[str] = mapped_column(belongs_to("group"), primary_key=True)
    lookup: Mapped[bytes] = mapped_column(LargeBinary(32), index=True)
    sealed_email: Mapped[bytes] = mapped_column(LargeBinary)
    day: Mapped[date]


def make(db: Session, ring: KeyRing, group: Group, email: str, at: datetime) -> None:
    """Offer a group to whoever has this address; an earlier offer of it lapses."""
    drop(db, group.id)
    address = staff.normal(email)
    db.add(
        Offer(
            group_id=group.id,
            lookup=ring.digest("staff", address),
            sealed_email=ring.seal(address.encode(), Place("offer", group.id)),
            day=at.date(),
        )
    )
    db.flush()


def address(db: Session, ring: KeyRing, group_id: str) -> str | None:
    """To whom a group is offered, as its trainer typed it; None when it is not."""
    offer = db.get(Offer, group_id)
    if offer is None:
        return None
    return ring.opened(offer.sealed_email, Place("offer", group_id)).decode()


def to(db: Session, ring: KeyRing, member: Staff) -> list[Group]:
    """The groups that are offered to a member of staff, by name."""
    lookups = ring.digests("staff", staff.email(member, ring))
    offered = select(Group).join(Offer, Offer.group_id == Group.id)
    return list(db.scalars(offered.where(Offer.lookup.in_(lookups)).order_by(Group.name)))


def take(db: Session, group: Group, member: Staff) -> None:
    """From now on it is a group of this member of staff."""
    group.staff_id = member.id
    drop(db, group.id)


def drop(db: Session, group_id: str) -> None:
    """The offer is gone: taken, refused, or taken back."""
    db.execute(delete(Offer).where(Offer.group_id == group_id))
    db.flush()


def sweep(db: Session, at: datetime) -> None:
    """What nobody took within the term is offered no more."""
    db.execute(delete(Offer).where(Offer.day < at.date() - terms.OFFER.length))
