"""Offers: a group is offered to a colleague by address, and is theirs once they take it.

Nothing is looked up when an offer is made: an address that nobody has looks like any other. Once
taken, an offer tells who made it that it was, for as long as it would have waited.
"""

from datetime import date, datetime

from sqlalchemy import ColumnElement, LargeBinary, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import staff, terms
from reflect.records.base import DIGEST, Base, belongs_to
from reflect.records.groups import Group
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place
from reflect.records.staff import Staff


class Offer(Base):
    """A group that waits for a colleague, or was taken; the address is sealed.

    `lookup` is of who is told of it: the colleague, and once taken whoever offered it.
    """

    __tablename__ = "offer"

    group_id: Mapped[str] = mapped_column(belongs_to("group"), primary_key=True)
    lookup: Mapped[bytes] = mapped_column(LargeBinary(DIGEST), index=True)
    sealed_email: Mapped[bytes] = mapped_column(LargeBinary)
    day: Mapped[date]
    taken: Mapped[bool] = mapped_column(default=False)


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
    return None if offer is None or offer.taken else _opened(offer, ring)


def to(db: Session, ring: KeyRing, member: Staff) -> list[tuple[Group, Staff]]:
    """The groups that are offered to a member of staff and who offers them, by name."""
    offered = select(Group, Staff).join(Offer, Offer.group_id == Group.id)
    offered = offered.join(Staff, Staff.id == Group.staff_id)
    offered = offered.where(_concerns(ring, member), ~Offer.taken).order_by(Group.name)
    return [(group, trainer) for group, trainer in db.execute(offered)]


def taken(db: Session, ring: KeyRing, member: Staff) -> list[tuple[str, str]]:
    """The names of the groups that were taken from a member of staff, and by which address."""
    offered = select(Offer, Group.name).join(Group, Offer.group_id == Group.id)
    offered = offered.where(_concerns(ring, member), Offer.taken).order_by(Group.name)
    return [(name, _opened(offer, ring)) for offer, name in db.execute(offered)]


def take(db: Session, group: Group, member: Staff, at: datetime) -> None:
    """From now on it is a group of this member of staff; who offered it is told."""
    offer = db.get_one(Offer, group.id)
    offer.lookup = staff.one(db, group.staff_id).lookup
    offer.taken, offer.day = True, at.date()
    group.staff_id = member.id
    db.flush()


def drop(db: Session, group_id: str) -> None:
    """The offer is gone: refused, taken back, or followed by another."""
    db.execute(delete(Offer).where(Offer.group_id == group_id))
    db.flush()


def sweep(db: Session, at: datetime) -> None:
    """What nobody took within the term is offered no more, and what was taken told no more."""
    db.execute(delete(Offer).where(Offer.day < at.date() - terms.OFFER.length))


def _concerns(ring: KeyRing, member: Staff) -> ColumnElement[bool]:
    return Offer.lookup.in_(ring.digests("staff", staff.email(member, ring)))


def _opened(offer: Offer, ring: KeyRing) -> str:
    return ring.opened(offer.sealed_email, Place("offer", offer.group_id)).decode()
