"""What is past its term goes, each night."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, exists
from sqlalchemy.orm import Session

from reflect.records import (
    attempts,
    devices,
    dispatches,
    imports,
    offers,
    outbox,
    recovery,
    reminders,
    sessions,
    staff,
    terms,
)
from reflect.records.groups import Membership
from reflect.records.people import Person
from reflect.records.releases import Pool
from reflect.records.responses import Response
from reflect.records.responses.tables import DRAFT


def sweep(db: Session, at: datetime) -> None:
    """Delete whatever is past its term."""
    today = at.date()
    db.execute(
        delete(Response).where(Response.state == DRAFT, Response.day < today - terms.DRAFT.length)
    )
    db.execute(delete(Person).where(_is_past(today - terms.PERSON.length)))
    db.execute(delete(Pool).where(Pool.day < today - terms.POOL.length))
    sessions.sweep(db, at)
    attempts.sweep(db, at)
    staff.sweep(db, at)
    devices.sweep(db, at)
    imports.sweep(db, at)
    offers.sweep(db, at)
    recovery.sweep(db, at)
    outbox.sweep(db, at)
    dispatches.sweep(db, at)
    reminders.sweep(db)


def _is_past(day: date) -> ColumnElement[bool]:
    """Whoever neither came, nor joined a group, nor reflected on that day or since."""
    joined = exists().where(Membership.person_id == Person.id, Membership.joined >= day)
    reflected = exists().where(Response.person_id == Person.id, Response.day >= day)
    return (Person.since < day) & ~joined & ~reflected
