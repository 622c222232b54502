"""Of which moments somebody is reminded: wished by the person, undone by submitting or leaving."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from reflect.records import memberships, outbox
from reflect.records.engine import alone
from reflect.records.groups import Moment
from reflect.records.groups.tables import OPEN, PLANNED
from reflect.records.people import Opened
from reflect.records.reminders.contacts import own, recipient
from reflect.records.reminders.tables import REMINDERS, Contact, Wish
from reflect.records.responses import Response
from reflect.records.responses.tables import SUBMITTED
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable

BEFORE = timedelta(days=3)  # of the deadline
KINDS = ("opening", "shortly")


def possible(moments: Iterable[Moment], at: datetime) -> bool:
    """Whether there is anything still to remind of; else no address is asked for."""
    return any(any(_ahead(moment, at.date())) for moment in moments)


def in_sight(db: Session, me: Opened, at: datetime) -> bool:
    """The same for the groups of a person."""
    return possible(_unsubmitted(db, me), at)


def follow(db: Session, me: Opened, at: datetime) -> None:
    """Wish to be reminded of whatever is ahead in one's groups and is not wished yet."""
    alone(db, REMINDERS)
    contact = own(db, me)
    if contact is None:
        return
    held = set(db.scalars(select(Wish.moment_id).where(Wish.contact_id == contact.id)))
    for moment in _unsubmitted(db, me):
        opening, shortly = _ahead(moment, at.date())
        if moment.id not in held and (opening or shortly):
            wish = Wish(moment_id=moment.id, opening=opening, shortly=shortly)
            wish.contact_id = contact.id
            db.add(wish)
    db.flush()


def done(db: Session, ring: KeyRing, me: Opened, response_id: str) -> None:
    """Submitted: this address hears no more of that moment, of what waits in the outbox neither."""
    contact = own(db, me)
    if contact is None:
        return
    moment = db.scalars(select(Response.moment_id).where(Response.id == response_id)).one()
    if moment is not None:
        _drop(db, ring, contact, [moment])


def leave(db: Session, ring: KeyRing, me: Opened, group_id: str) -> None:
    """The address hears no more of that group."""
    contact = own(db, me)
    if contact is not None:
        moments = db.scalars(select(Moment.id).where(Moment.group_id == group_id))
        _drop(db, ring, contact, list(moments))


def key(kind: str, moment_id: str, email: str) -> str:
    """What a letter about a moment is known by: one of each kind to an address."""
    return f"{kind} {moment_id} {email}"


def _ahead(moment: Moment, today: date) -> tuple[bool, bool]:
    """What may still be said of a moment: that it opens, that it closes shortly."""
    opening = moment.state == PLANNED
    if moment.deadline is None or moment.state not in (PLANNED, OPEN):
        return opening, False
    return opening, today < moment.deadline - BEFORE


def _unsubmitted(db: Session, me: Opened) -> list[Moment]:
    own_ones = select(Response.moment_id).where(Response.person_id == me.person_id)
    submitted = set(db.scalars(own_ones.where(Response.state == SUBMITTED)))
    joined = memberships.of(db, me.person_id)
    return [moment for _, _, moment in joined if moment.id not in submitted]


def _drop(db: Session, ring: KeyRing, contact: Contact, moments: list[str]) -> None:
    """Of everybody who gave this address: who lost a code came back as somebody new.

    First the wishes, so that whoever is just making letters of them has finished; then those.
    """
    email = _email(contact, ring)
    given = Contact.lookup.in_(ring.digests("contact", email)) | (Contact.id == contact.id)
    alike = select(Contact.id).where(given)
    of_these = Wish.moment_id.in_(moments)
    db.execute(delete(Wish).where(of_these, Wish.contact_id.in_(alike)))
    keys = [key(kind, moment, email) for kind in KINDS for moment in moments]
    outbox.drop(db, ring, keys)


def _email(contact: Contact, ring: KeyRing) -> str:
    """The address; empty where it was damaged, for then nobody was written to either."""
    with suppress(Unreadable):
        return recipient(contact, ring).email
    return ""
