"""Where somebody wants reminders: an address that only its person's key leads to."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from reflect.records import people
from reflect.records.addresses import Mailbox
from reflect.records.base import opaque
from reflect.records.engine import alone
from reflect.records.forgetting import forgotten
from reflect.records.people import Opened
from reflect.records.reminders.tables import REMINDERS, Contact
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place


@dataclass(frozen=True)
class Recipient:
    """An address, the language it is written to in, and the token that ends it."""

    contact_id: str
    email: str = field(repr=False)
    language: str
    stop: str = field(repr=False)


def remember(db: Session, ring: KeyRing, me: Opened, box: Mailbox) -> None:
    """Write to this address from now on, and to none of before."""
    forget(db, me)
    row, stop = opaque(), secrets.token_urlsafe(32)
    whole = json.dumps(vars(box) | {"stop": stop}).encode()
    contact = Contact(
        id=row,
        lookup=ring.digest("contact", box.email),
        stop_hash=_hash(stop),
        sealed=ring.seal(whole, Place("contact", row)),
    )
    db.add(contact)
    db.flush()
    people.tie(db, me, row)


def forget(db: Session, me: Opened) -> None:
    """No address any more, and nothing that was to be sent there."""
    alone(db, REMINDERS)
    _end(db, Contact.id == people.contact(db, me))
    people.tie(db, me, "")


def own(db: Session, me: Opened) -> Contact | None:
    """The address of this person, still sealed."""
    contact = people.contact(db, me)
    return db.get(Contact, contact) if contact else None


def of(db: Session, ring: KeyRing, me: Opened) -> Recipient | None:
    """Where this person gets reminders."""
    contact = own(db, me)
    return recipient(contact, ring) if contact else None


def recipient(contact: Contact, ring: KeyRing) -> Recipient:
    """The address, opened. Raises Unreadable."""
    whole = json.loads(ring.opened(contact.sealed, Place("contact", contact.id)))
    return Recipient(contact.id, **whole)


def may_stop(db: Session, token: str) -> bool:
    """Whether a stop link still ends something."""
    held = select(Contact.id).where(Contact.stop_hash == _hash(token))
    return db.scalars(held).first() is not None


def stop(db: Session, ring: KeyRing, token: str) -> None:
    """No reminders to this address any more, whoever gave it; again is nothing."""
    alone(db, REMINDERS)
    held = select(Contact).where(Contact.stop_hash == _hash(token))
    contact = db.scalars(held).one_or_none()
    if contact is not None:
        email = recipient(contact, ring).email
        _end(db, Contact.lookup.in_(ring.digests("contact", email)))


def _end(db: Session, which: ColumnElement[bool]) -> None:
    for row in db.scalars(select(Contact.id).where(which)):
        forgotten(db, "contact", row)
    db.execute(delete(Contact).where(which))


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
