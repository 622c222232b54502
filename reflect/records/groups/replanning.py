"""The plan of a group is changed while it runs: more places, other last days."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from reflect.records.groups.tables import OPEN, PLANNED, Group, Moment


def replan(db: Session, group: Group, cap: int, deadlines: Mapping[str, date | None]) -> None:
    """More places, and by moment id its last day; what is closing or closed stays as it is.

    There are never fewer places: whoever could take them away would find out how many joined.
    """
    db.refresh(group, with_for_update=True)
    group.cap = max(group.cap, cap)
    moments = select(Moment).where(Moment.group_id == group.id, Moment.id.in_(deadlines))
    for moment in db.scalars(moments.order_by(Moment.id).with_for_update()):
        if moment.state in (PLANNED, OPEN):
            moment.deadline = deadlines[moment.id]
    db.flush()
