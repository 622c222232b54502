"""A join code opens a group until it is stopped, renewed or the group is full."""

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.records import groups
from reflect.records.groups import Full
from tests.records.making import a_group, a_member, first, members


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_the_code_opens_the_group_however_it_is_typed(db, ring):
    group = a_group(db, ring)

    assert groups.by_join_code(db, ring, groups.code(group, ring).lower()) is group
    with pytest.raises(NoResultFound):
        groups.by_join_code(db, ring, "geen code!")


def test_a_renewed_code_replaces_the_old_one(db, ring):
    group = a_group(db, ring)
    old = groups.code(group, ring)

    new = groups.renew_code(db, ring, group)

    assert groups.by_join_code(db, ring, new) is group
    with pytest.raises(NoResultFound):
        groups.by_join_code(db, ring, old)


def test_a_stopped_code_opens_nothing(db, ring):
    group = a_group(db, ring)
    code = groups.code(group, ring)

    groups.stop_code(db, group)

    assert groups.code(group, ring) is None
    with pytest.raises(NoResultFound):
        groups.by_join_code(db, ring, code)


def test_a_full_group_says_so(db, ring):
    group = a_group(db, ring, cap=2)
    members(db, ring, first(db, group), 2)

    assert groups.is_full(groups.by_join_code(db, ring, groups.code(group, ring)))
    with pytest.raises(Full):
        a_member(db, ring, first(db, group))


def test_a_page_that_asks_again_knows_whether_a_code_leads_anywhere(db, ring):
    group = a_group(db, ring)

    assert groups.recognised(db, ring, groups.code(group, ring)) is group
    assert groups.recognised(db, ring, "geen code!") is None
