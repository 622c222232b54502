"""Erasure: everything that is about somebody goes at once, and no mail follows."""

from sqlalchemy.orm import Session

from reflect.records import people, recovery, reminders
from reflect.records.people import Opened
from reflect.records.ring import KeyRing


def erase(db: Session, ring: KeyRing, me: Opened) -> None:
    """The person, all keys of theirs, and all that hangs on them; again is nothing.

    Their key leads to their address for reminders, so this is done while it is at hand. What was
    told about groups stays; nothing of it leads to anybody any more.
    """
    if not people.is_there(db, me.person_id):
        return
    reminders.forget(db, me)
    recovery.silence(db, ring, me.person_id)
    people.erase(db, me.person_id)
