"""What a trainer mends before anything was told; whoever wrote something keeps it."""

import pytest

from reflect.disclosure import FLOOR
from reflect.records import evaluations, groups, memberships, people, releases, repairs, responses
from reflect.records.groups import Group
from tests.records.making import AT, RULES, a_group, a_member, a_person, first, members
from tests.records.making import COUNTS as YES


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_a_deleted_group_takes_nothing_that_somebody_wrote(db, ring):
    group = a_group(db, ring)
    sent = a_member(db, ring, first(db, group))
    me = a_person(db, ring)
    memberships.join(db, me.person_id, group.id, YES, AT)
    draft = responses.start(db, me, first(db, group).id, AT)

    assert repairs.remove(db, group, FLOOR)

    db.expire_all()
    assert db.query(Group).count() == 0
    for somebody, kept in ((sent.me, sent.response_id), (me, draft.id)):
        (response,) = responses.of(db, somebody.person_id)
        assert (response.id, response.moment_id) == (kept, None)
        assert memberships.of(db, somebody.person_id) == []
        assert people.is_there(db, somebody.person_id)
    assert responses.profile(db, sent.me, sent.response_id)


@pytest.mark.parametrize(("count", "goes"), [(0, True), (FLOOR - 1, True), (FLOOR, False)])
def test_whether_a_group_may_go_says_no_more_than_the_band(db, ring, count, goes):
    group = a_group(db, ring)
    members(db, ring, first(db, group), count)

    assert repairs.may_go(db, group, FLOOR) is goes
    assert repairs.may_lose(db, first(db, group), FLOOR) is goes
    assert repairs.remove_moment(db, first(db, group), group, FLOOR) is goes
    assert repairs.remove(db, group, FLOOR) is goes


def test_a_group_of_which_something_was_told_or_opened_stays(db, ring):
    group, evaluated = a_group(db, ring), a_group(db, ring)
    evaluations.launch(db, ring, evaluated.id, evaluated.fingerprint, AT)
    moment = first(db, group).id
    members(db, ring, first(db, group), FLOOR)
    releases.freeze(db, moment, floor=FLOOR, at=AT)
    db.commit()

    assert not repairs.remove(db, group, FLOOR)
    assert not repairs.remove(db, evaluated, FLOOR)
    assert not repairs.remove_moment(db, first(db, group), group, FLOOR)
    wave = evaluations.of_group(db, evaluated.id)
    assert not repairs.may_lose(db, wave, FLOOR)


def test_the_moments_after_a_deleted_one_move_up(db, ring):
    group = a_group(db, ring, phases=("before", "after", "later"))

    assert repairs.remove_moment(db, first(db, group), group, FLOOR)

    left = [(one.number, one.phase, one.state) for one in groups.moments(db, group.id)]
    assert left == [(1, "after", "planned"), (2, "later", "planned")]


def test_the_only_moment_goes_with_its_group_alone(db, ring):
    group = a_group(db, ring, phases=("after",))

    assert not repairs.remove_moment(db, first(db, group), group, FLOOR)


def test_when_only_closed_moments_are_left_the_group_is_over(database, ring):
    with database.writing() as db:
        group = a_group(db, ring)
        moment = first(db, group).id
        members(db, ring, first(db, group), FLOOR)
        db.commit()
    releases.close(database, ring, moment, RULES, AT)

    with database.writing() as db:
        group = db.get_one(Group, group.id)
        assert repairs.remove_moment(db, groups.moments(db, group.id)[1], group, FLOOR)

        assert (group.wrapped_key, group.lookup) == (None, None)
        assert db.query(responses.Contribution).count() == 0
