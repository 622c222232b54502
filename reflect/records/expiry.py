"""What is past its term goes, each night."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from reflect.records import attempts, imports, sessions
from reflect.records.people import Person
from reflect.records.releases import Pool
from reflect.records.responses import Response
from reflect.records.responses.tables import DRAFT

DRAFTS = timedelta(days=90)
PEOPLE = timedelta(days=730)
POOL = timedelta(days=365)


def sweep(db: Session, at: datetime) -> None:
    """Delete whatever is past its term."""
    today = at.date()
    db.execute(delete(Response).where(Response.state == DRAFT, Response.day < today - DRAFTS))
    last = select(func.max(Response.day)).where(Response.person_id == Person.id)
    idle = func.coalesce(last.scalar_subquery(), Person.since) < today - PEOPLE
    db.execute(delete(Person).where(idle))
    db.execute(delete(Pool).where(Pool.day < today - POOL))
    sessions.sweep(db, at)
    attempts.sweep(db, at)
    imports.sweep(db, at)
