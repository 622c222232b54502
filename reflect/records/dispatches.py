"""Dispatches: a trainer's invitations go to the outbox, once a form and not too many a day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import LargeBinary, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import outbox, terms
from reflect.records.base import DIGEST, Base, Id, belongs_to
from reflect.records.engine import alone
from reflect.records.outbox import Letter
from reflect.records.ring import KeyRing

MOST = 200  # mails that a trainer has sent on a day, those to oneself among them


class Dispatch(Base):
    """So many mails of a trainer on a day: not to whom, and not for which group."""

    __tablename__ = "dispatch"

    id: Mapped[Id]
    lookup: Mapped[bytes] = mapped_column(LargeBinary(DIGEST), unique=True)
    staff_id: Mapped[str] = mapped_column(belongs_to("staff"), index=True)
    day: Mapped[date]
    mails: Mapped[int]


@dataclass(frozen=True)
class Invitation:
    """The same mail for everybody: the code of a group, in a language; `once` names its form."""

    staff_id: str
    code: str = field(repr=False)
    language: str
    once: str = field(repr=False)


def left(db: Session, staff_id: str, at: datetime) -> int:
    """How many mails a trainer can have sent today."""
    sent = select(func.coalesce(func.sum(Dispatch.mails), 0))
    today = sent.where(Dispatch.staff_id == staff_id, Dispatch.day == at.date())
    return MOST - db.scalars(today).one()


def is_sent(db: Session, ring: KeyRing, once: str) -> bool:
    """Whether the form of this name was sent before."""
    known = select(Dispatch.id).where(Dispatch.lookup.in_(ring.digests("dispatch", once)))
    return db.scalars(known).first() is not None


def send(db: Session, ring: KeyRing, what: Invitation, to: Sequence[str], at: datetime) -> bool:
    """A letter to each address; again is nothing. False, and none goes, where it is too many.

    The letters hang on nobody and nothing: who knows one does not know who else, nor whether they
    came. To whom the same still waits to be sent, no second one goes.
    """
    alone(db, f"dispatch {what.staff_id}")
    if is_sent(db, ring, what.once):
        return True
    if len(to) > left(db, what.staff_id, at):
        return False
    lookup = ring.digest("dispatch", what.once)
    db.add(Dispatch(lookup=lookup, staff_id=what.staff_id, day=at.date(), mails=len(to)))
    for address in to:
        letter = Letter("invite", address, what.language, code=what.code)
        outbox.put(db, ring, letter, key=f"invite {what.code} {address}", at=at)
    return True


def sweep(db: Session, at: datetime) -> None:
    """What no longer counts is gone."""
    db.execute(delete(Dispatch).where(Dispatch.day < at.date() - terms.DISPATCH.length))
