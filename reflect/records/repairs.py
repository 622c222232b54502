"""Repairs: what a trainer mends before anything was told of a group; persons lose nothing by it.

None of these asks whether somebody has begun: that would tell more than the band does. What was
written stays with its person, as a reflection on one's own.
"""

from collections.abc import Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from reflect.disclosure import participation
from reflect.records import releases
from reflect.records.groups import Group, Moment, Round, Wave
from reflect.records.groups.tables import OPEN, PLANNED
from reflect.records.releases import submitted_of

UNTOLD = (PLANNED, OPEN)


def may_go(db: Session, group: Group, floor: int) -> bool:
    """Whether a group may be deleted: nothing was told of it, and nowhere enough took part."""
    rounds = rounds_of(db, group)
    return is_untold(rounds) and not any(_has_enough(db, one, floor) for one in rounds)


def remove(db: Session, group: Group, floor: int) -> bool:
    """Delete a group with its moments and memberships; False, and nothing done, if it may not."""
    lock(db, group)
    if not may_go(db, group, floor):
        return False
    db.execute(delete(Group).where(Group.id == group.id))
    return True


def may_lose(db: Session, moment: Round, floor: int) -> bool:
    """Whether a moment may be deleted: not the only one, not told of, and too few took part."""
    if isinstance(moment, Wave) or moment.state not in UNTOLD:
        return False
    others = select(func.count()).where(Moment.group_id == moment.group_id, Moment.id != moment.id)
    return db.scalars(others).one() > 0 and not _has_enough(db, moment, floor)


def remove_moment(db: Session, moment: Round, group: Group, floor: int) -> bool:
    """Delete a moment; those after it, none of them open yet, move up. False if it may not."""
    lock(db, group)
    db.refresh(moment, with_for_update=True)
    if not may_lose(db, moment, floor):
        return False
    number = moment.number
    db.execute(delete(Moment).where(Moment.id == moment.id))
    later = select(Moment).where(Moment.group_id == group.id, Moment.number > number)
    for one in db.scalars(later.order_by(Moment.number)):
        one.number -= 1
        db.flush()
    releases.conclude(db, group)
    return True


def is_untold(rounds: Sequence[Round]) -> bool:
    """Nothing is closing or closed, and no evaluation leads to what was given in it."""
    return all(one.state in UNTOLD and not isinstance(one, Wave) for one in rounds)


def rounds_of(db: Session, group: Group) -> list[Round]:
    """The moments of a group in order, and its evaluation."""
    ordered = select(Round).filter_by(group_id=group.id).order_by(Round.kind, Round.number)
    return list(db.scalars(ordered))


def lock(db: Session, *groups: Group) -> None:
    """Joining, submitting and closing wait, always in the same order."""
    ids = sorted(group.id for group in groups)
    for table, owner in ((Group, Group.id), (Round, Round.group_id)):
        rows = select(table.id).where(owner.in_(ids)).order_by(table.id)
        db.execute(rows.with_for_update()).all()


def _has_enough(db: Session, one: Round, floor: int) -> bool:
    """What its trainer sees anyway."""
    return participation(submitted_of(db, [one.id])[one.id], floor) == "enough"
