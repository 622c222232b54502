"""Two small groups become one; whoever was in either is in it, and counts once."""

import pytest

from reflect.disclosure import FLOOR
from reflect.records import combining, memberships, releases, responses
from reflect.records.groups import Group
from reflect.records.memberships import Wishes
from tests.records.making import (
    AT,
    a_group,
    a_member,
    first,
    members,
)


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


@pytest.fixture
def pair(db, ring):
    return a_group(db, ring, cap=10), a_group(db, ring, cap=6)


def test_members_and_what_they_gave_move_and_count_there(db, ring, pair):
    group, other = pair
    stayed = members(db, ring, first(db, group), 3)
    moved = members(db, ring, first(db, other), 3)
    before = releases.roster(db, ring, first(db, group).id)
    before |= releases.roster(db, ring, first(db, other).id)

    assert combining.partners(db, group, [group, other]) == [other]
    assert combining.combine(db, ring, group, other)

    moment = first(db, group)
    assert releases.roster(db, ring, moment.id) == before  # the same subjects, the same values
    assert group.cap == 16
    assert combining.names(group) == [other.name]
    assert db.query(Group).count() == 1
    for one in (*stayed, *moved):
        assert memberships.is_in(db, one.me.person_id, group.id)
        assert responses.one(db, one.me.person_id, one.response_id).moment_id == moment.id
        assert responses.profile(db, one.me, one.response_id)


def test_who_was_in_both_counts_once_and_keeps_the_second_as_their_own(db, ring, pair):
    group, other = pair
    twice = a_member(db, ring, first(db, group))
    again = a_member(db, ring, first(db, other), me=twice.me)

    assert combining.combine(db, ring, group, other)
    db.expire_all()

    assert releases.submitted(db, first(db, group).id) == 1
    own = {one.id: one.moment_id for one in responses.of(db, twice.me.person_id)}
    assert own == {twice.response_id: first(db, group).id, again.response_id: None}
    assert group.taken == 2  # so often somebody joined


def test_who_did_not_want_to_count_in_the_group_that_stays_does_not(db, ring, pair):
    group, other = pair
    member = a_member(db, ring, first(db, other))
    memberships.join(db, member.me.person_id, group.id, Wishes(counts=False, research=False), AT)

    assert combining.combine(db, ring, group, other)

    assert releases.submitted(db, first(db, group).id) == 0
    assert responses.one(db, member.me.person_id, member.response_id).moment_id


def test_groups_that_differ_or_of_which_something_was_told_stay_apart(db, ring, pair):
    group, other = pair
    later = a_group(db, ring, phases=("after", "later"))
    assert combining.partners(db, group, [later]) == []
    members(db, ring, first(db, other), FLOOR)
    releases.freeze(db, first(db, other).id, floor=FLOOR, at=AT)

    assert not combining.combine(db, ring, group, other)
    assert combining.partners(db, other, [group, other]) == []
