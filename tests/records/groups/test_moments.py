"""Moments open one after another."""

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.records import groups
from tests.records.making import AT, DAY, a_group


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_the_next_moment_opens_only_when_the_one_before_is_closed(db, ring):
    group = a_group(db, ring)
    before, after = groups.moments(db, group.id)

    with pytest.raises(NoResultFound):
        groups.open_next(db, group, AT)
    before.state = "closed"
    db.flush()

    assert groups.open_next(db, group, AT) is after
    assert (after.state, after.opened) == ("open", AT.date())


def test_after_the_last_moment_none_opens(db, ring):
    group = a_group(db, ring, ("before",))
    groups.moments(db, group.id)[0].state = "closed"
    db.flush()

    with pytest.raises(NoResultFound):
        groups.open_next(db, group, AT)


@pytest.mark.parametrize(
    ("state", "past"), [("planned", False), ("open", False), ("closing", True), ("closed", True)]
)
def test_what_is_closing_or_closed_is_past(db, ring, state, past):
    moment = groups.moments(db, a_group(db, ring).id)[0]
    moment.state = state
    db.flush()

    assert groups.is_past(db, moment.id) is past
    assert not groups.is_past(db, None)


def test_a_last_day_that_has_passed_closes_nothing_that_just_opened(db, ring):
    group = a_group(db, ring, deadline=AT.date())
    before, after = groups.moments(db, group.id)
    before.state = "closed"
    db.flush()

    groups.open_next(db, group, AT + DAY)

    assert after.deadline is None
