"""The moments of a group: found, and opened one after another."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from reflect.records.groups.tables import CLOSED, CLOSING, OPEN, PLANNED, Group, Moment, Round
from reflect.records.prepared import Prepared

STATE = Prepared(select(Round.state).where(Round.id == bindparam("moment")))


def moments(db: Session, group_id: str) -> list[Moment]:
    """The moments of a group, in order."""
    ordered = select(Moment).where(Moment.group_id == group_id).order_by(Moment.number)
    return list(db.scalars(ordered))


def moments_of(db: Session, group_ids: Iterable[str]) -> dict[str, list[Moment]]:
    """The moments of several groups, each in order; one query, however many there are."""
    found: dict[str, list[Moment]] = {one: [] for one in group_ids}
    ordered = select(Moment).where(Moment.group_id.in_(found)).order_by(Moment.number)
    for moment in db.scalars(ordered):
        found[moment.group_id].append(moment)
    return found


def round_of(db: Session, staff_id: str, round_id: str) -> tuple[Round, Group]:
    """A moment or wave of this trainer, and its group; another's does not exist: NoResultFound."""
    own = select(Round, Group).join(Group, Round.group_id == Group.id)
    own = own.where(Round.id == round_id, Group.staff_id == staff_id)
    return db.execute(own).one()


def is_past(db: Session, moment_id: str | None) -> bool:
    """Whether a moment closes or has closed: what is submitted now is for the person only."""
    found = STATE.rows(db, {"moment": moment_id})
    return found in ([(CLOSING,)], [(CLOSED,)])


def open_next(db: Session, group: Group, at: datetime) -> Moment:
    """The next planned moment opens when all before it are closed; NoResultFound when none may.

    A last day that has passed meanwhile is dropped: the moment would close before anyone came.
    """
    rows = select(Moment).where(Moment.group_id == group.id).order_by(Moment.number)
    waiting = [row for row in db.scalars(rows.with_for_update()) if row.state != CLOSED]
    if not waiting or waiting[0].state != PLANNED:
        raise NoResultFound
    following = waiting[0]
    following.state, following.opened = OPEN, at.date()
    if following.deadline and following.deadline < at.date():
        following.deadline = None
    db.flush()
    return following
