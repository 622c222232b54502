"""Memberships: who joined a group, what they agreed to, and that they may leave."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from reflect.records.forgetting import forgotten
from reflect.records.groups import Full, Group, Membership, Moment, Round, is_full
from reflect.records.groups.tables import OPEN
from reflect.records.responses import Contribution, Response


@dataclass(frozen=True)
class Wishes:
    """What somebody agrees to: count in the picture of the group; research on closed answers."""

    counts: bool
    research: bool


def join(db: Session, person_id: str, group_id: str, wishes: Wishes, at: datetime) -> bool:
    """Join the group; again only changes the wishes. Raises Full; NoResultFound when stopped.

    Gives whether this is another agreement than there was.

    Who counts after all, gives again what was submitted: responses.contribute.
    """
    locked = select(Group).where(Group.id == group_id).with_for_update()
    group = db.scalars(locked.execution_options(populate_existing=True)).one()
    member = _member(db, person_id, group_id)
    if member is None:
        _admit(group)
        member = Membership(person_id=person_id, group_id=group_id, joined=at.date())
        db.add(member)
    is_new = (member.counts, member.research) != (wishes.counts, wishes.research)
    member.counts, member.research = wishes.counts, wishes.research
    db.flush()
    if not wishes.counts:
        decline(db, member)
    return is_new


def decline(db: Session, member: Membership) -> None:
    """Not to count any more: what was given to open moments goes."""
    member.counts = False
    db.flush()
    forgotten(db, "counts", member.id)
    _take_back(db, member.person_id, member.group_id)


def is_in(db: Session, person_id: str, group_id: str) -> bool:
    """Whether somebody is a member of a group."""
    return _member(db, person_id, group_id) is not None


def of(db: Session, person_id: str) -> list[tuple[Membership, Group, Moment]]:
    """The groups a person is in, each with its moments in order."""
    query = select(Membership, Group, Moment).join(Group, Membership.group_id == Group.id)
    query = query.join(Moment, Moment.group_id == Group.id).order_by(Group.name, Moment.number)
    return list(db.execute(query.where(Membership.person_id == person_id)))


def one(db: Session, person_id: str, group_id: str) -> Group:
    """A group that this person is in; raises NoResultFound."""
    query = select(Group).join(Membership, Membership.group_id == Group.id)
    return db.scalars(query.where(Group.id == group_id, Membership.person_id == person_id)).one()


def round_of(db: Session, person_id: str, round_id: str) -> Round:
    """A moment or wave of a group that this person is in; raises NoResultFound."""
    query = select(Round).join(Membership, Membership.group_id == Round.group_id)
    return db.scalars(query.where(Round.id == round_id, Membership.person_id == person_id)).one()


def withdraw(db: Session, person_id: str, group_id: str) -> None:
    """Leave the group: what was given to an open moment goes; what is closing or closed stays.

    The person's own answers stay the person's. Raises NoResultFound when not a member.
    """
    locked = select(Group.id).where(Group.id == group_id).with_for_update()
    db.execute(locked).one()
    member = _member(db, person_id, group_id)
    if member is None:
        raise NoResultFound
    forgotten(db, "membership", member.id)
    _take_back(db, person_id, group_id)
    db.delete(member)
    db.flush()


def _admit(group: Group) -> None:
    if group.lookup is None:
        raise NoResultFound
    if is_full(group):
        raise Full
    group.taken += 1


def _member(db: Session, person_id: str, group_id: str) -> Membership | None:
    query = select(Membership).filter_by(person_id=person_id, group_id=group_id)
    return db.scalars(query).one_or_none()


def _take_back(db: Session, person_id: str, group_id: str) -> None:
    """What was given to open moments goes, and what came late to others and was not told yet.

    Their closing waits for it, or it for their closing.
    """
    opened = select(Moment.id).where(Moment.group_id == group_id, Moment.state == OPEN)
    moments = list(db.scalars(opened.order_by(Moment.id).with_for_update()))
    given = select(Response.id).where(Response.person_id == person_id)
    ours = select(Moment.id).where(Moment.group_id == group_id)
    waits = Contribution.turn.is_(None) & Contribution.moment_id.in_(ours)
    untold = Contribution.moment_id.in_(moments) | waits
    db.execute(delete(Contribution).where(Contribution.response_id.in_(given), untold))
