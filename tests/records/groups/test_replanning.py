"""A plan is changed while it runs: places are added, last days move, what is closed stays."""

import datetime as dt

from reflect.records import groups
from reflect.records.groups.tables import CLOSED
from tests.records.making import a_group

DAY = dt.date(2026, 12, 24)


def test_last_days_move_and_places_are_only_ever_added(database, ring):
    with database.writing() as db:
        group = a_group(db, ring, cap=12)
        closed, planned = groups.moments(db, group.id)
        closed.state = CLOSED

        groups.replan(db, group, 8, {closed.id: DAY, planned.id: DAY})
        assert (group.cap, closed.deadline, planned.deadline) == (12, None, DAY)

        groups.replan(db, group, 14, {planned.id: None})
        assert (group.cap, planned.deadline) == (14, None)
