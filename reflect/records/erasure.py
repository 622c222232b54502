"""Erasure: everything that is about somebody goes at once, and no mail follows."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from reflect.records import addresses, outbox, people, recovery, reminders
from reflect.records.people import Opened
from reflect.records.recovery import Recovery
from reflect.records.ring import KeyRing


def erase(db: Session, ring: KeyRing, me: Opened) -> None:
    """The person, all keys of theirs, and all that hangs on them; again is nothing.

    Their key leads to their address for reminders, so this is done while it is at hand. What was
    told about groups stays; nothing of it leads to anybody any more.
    """
    if not people.is_there(db, me.person_id):
        return
    reminders.forget(db, me)
    outbox.drop(db, ring, _letters(db, ring, me))
    people.erase(db, me.person_id)


def _letters(db: Session, ring: KeyRing, me: Opened) -> list[str]:
    """What was to be mailed about getting back in."""
    row = db.scalars(select(Recovery.id).filter_by(person_id=me.person_id)).one_or_none()
    chosen = recovery.of(db, ring, me.person_id)
    if row is None or chosen is None:
        return []
    return [f"confirm {row}", f"{recovery.ASKED} {addresses.normal(chosen.email)}"]
