"""A response begins, is found again by its owner alone, and is erased."""

from datetime import datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from reflect.disclosure.release import Phase
from reflect.records import sealing
from reflect.records.base import opaque
from reflect.records.forgetting import forgotten
from reflect.records.groups import Group, Membership, Moment
from reflect.records.groups.tables import PLANNED
from reflect.records.people import Opened, Person
from reflect.records.responses.keys import place
from reflect.records.responses.tables import DRAFT, Response


def start(db: Session, me: Opened, moment_id: str, at: datetime) -> Response:
    """The response of this member at this moment of the group; begun once, then the same again.

    After closing it may still begin: for the person only. Raises NoResultFound when the moment
    is not of a group that this person joined, or not open yet.
    """
    _alone(db, me)
    joined = (
        select(Moment, Group.fingerprint)
        .join(Group, Moment.group_id == Group.id)
        .join(Membership, Membership.group_id == Group.id)
        .where(Moment.id == moment_id, Moment.state != PLANNED)
        .where(Membership.person_id == me.person_id)
    )
    moment, fingerprint = db.execute(joined).one()
    held = select(Response).filter_by(person_id=me.person_id, moment_id=moment_id)
    return db.scalars(held).one_or_none() or _begin(
        db, me, Response(moment_id=moment_id, fingerprint=fingerprint, phase=moment.phase), at
    )


def start_alone(db: Session, me: Opened, fingerprint: str, phase: Phase, at: datetime) -> Response:
    """A response without a group; while a draft of the same stands, that one."""
    _alone(db, me)
    held = select(Response).filter_by(
        person_id=me.person_id, moment_id=None, fingerprint=fingerprint, phase=phase, state=DRAFT
    )
    return db.scalars(held).first() or _begin(
        db, me, Response(fingerprint=fingerprint, phase=phase), at
    )


def of(db: Session, person_id: str) -> list[Response]:
    """A person's responses, the last touched first."""
    own = select(Response).where(Response.person_id == person_id)
    return list(db.scalars(own.order_by(Response.day.desc(), Response.id)))


def one(db: Session, person_id: str, response_id: str) -> Response:
    """A response of this person; another's does not exist: NoResultFound."""
    return db.scalars(_own(person_id, response_id)).one()


def found(db: Session, person_id: str, response_id: str) -> Response | None:
    """The same, or None: it may have been erased meanwhile."""
    return db.scalars(_own(person_id, response_id)).one_or_none()


def erase(db: Session, person_id: str, response_id: str) -> None:
    """The response, its key and all that hangs on it; NoResultFound when it is another's."""
    one(db, person_id, response_id)
    forgotten(db, "response", response_id)
    db.execute(delete(Response).where(Response.id == response_id))


def _own(person_id: str, response_id: str) -> Select[Response]:
    return select(Response).where(Response.person_id == person_id, Response.id == response_id)


def _alone(db: Session, me: Opened) -> None:
    """Two starts by one person wait for each other."""
    db.execute(select(Person.id).where(Person.id == me.person_id).with_for_update()).one()


def _begin(db: Session, me: Opened, response: Response, at: datetime) -> Response:
    response.id, response.person_id, response.day = opaque(), me.person_id, at.date()
    response.wrapped_key = sealing.wrap(me.key, sealing.key(), place(response, "response"))
    db.add(response)
    db.flush()
    return response
