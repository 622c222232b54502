"""A group is made, and found again by its trainer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from reflect.disclosure.release import Phase
from reflect.records import sealing
from reflect.records.base import opaque
from reflect.records.groups.joining import renew_code
from reflect.records.groups.tables import OPEN, PLANNED, Group, Moment
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place


@dataclass(frozen=True)
class Plan:
    """A group as it is wished: whose, with what, when, and for how many."""

    name: str
    organisation_id: str
    staff_id: str
    fingerprint: str  # of a definition that is kept
    moments: Sequence[tuple[Phase, date | None]]  # phase (before, after, later) and deadline
    cap: int


def create(db: Session, ring: KeyRing, plan: Plan, at: datetime) -> Group:
    """The group, its key and its join code; the first moment is open, the others are planned."""
    row = opaque()
    group = Group(
        id=row,
        organisation_id=plan.organisation_id,
        staff_id=plan.staff_id,
        fingerprint=plan.fingerprint,
        name=plan.name,
        cap=plan.cap,
        created=at.date(),
        wrapped_key=ring.wrap(sealing.key(), Place("group", row)),
    )
    db.add(group)
    db.flush()
    renew_code(db, ring, group)
    for number, (phase, deadline) in enumerate(plan.moments, start=1):
        first = number == 1
        db.add(
            Moment(
                group_id=row,
                number=number,
                phase=phase,
                deadline=deadline,
                state=OPEN if first else PLANNED,
                opened=at.date() if first else None,
            )
        )
    db.flush()
    return group


def of(db: Session, staff_id: str) -> list[Group]:
    """The groups of a trainer, the newest first."""
    own = select(Group).where(Group.staff_id == staff_id)
    return list(db.scalars(own.order_by(Group.created.desc(), Group.name)))


def counts(db: Session) -> dict[str, int]:
    """How many groups each organisation has that has any, by its id."""
    counted = select(Group.organisation_id, func.count()).group_by(Group.organisation_id)
    return {row[0]: row[1] for row in db.execute(counted)}


def one(db: Session, staff_id: str, group_id: str) -> Group:
    """A group of this trainer; another's does not exist: NoResultFound."""
    own = select(Group).where(Group.staff_id == staff_id, Group.id == group_id)
    return db.scalars(own).one()
