"""A trainer makes groups and finds them; another's do not exist."""

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.records import groups
from tests.records.making import AT, a_group


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_a_new_group_has_its_first_moment_open_and_the_others_planned(db, ring):
    group = a_group(db, ring, ("before", "after", "later"))

    rows = [(m.number, m.phase, m.state, m.opened) for m in groups.moments(db, group.id)]
    assert rows == [
        (1, "before", "open", AT.date()),
        (2, "after", "planned", None),
        (3, "later", "planned", None),
    ]
    assert groups.of(db, group.staff_id) == [group]
    assert groups.of(db, group.staff_id)[0].taken == 0


def test_what_is_not_ones_own_does_not_exist(db, ring):
    group = a_group(db, ring)
    moment = groups.moments(db, group.id)[0]

    assert groups.one(db, group.staff_id, group.id) is group
    assert groups.round_of(db, group.staff_id, moment.id) == (moment, group)
    assert groups.of(db, "somebody") == []
    for ask, what in [(groups.one, group.id), (groups.round_of, moment.id)]:
        with pytest.raises(NoResultFound):
            ask(db, "somebody", what)
