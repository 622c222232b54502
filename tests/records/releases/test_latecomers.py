"""Who comes after closing is told with others who did, or not at all; and how a group changed."""

import pytest
from sqlalchemy import select

from reflect.disclosure import Change
from reflect.records import groups, memberships, releases
from reflect.records.memberships import Wishes
from reflect.records.releases import Night
from reflect.records.responses import Contribution
from tests.records.making import AT, first
from tests.records.releases.nights import DOMAIN, TIME, a_training, come, means, read, shut, told

FIVE = ["1/2"] * 5
NEVER = Wishes(counts=False, research=False)


@pytest.fixture
def opened(database, ring):
    """A training whose first moment closed with six; a second one is planned."""
    with database.writing() as db:
        moment = first(db, a_training(db, ring))
        six = come(db, ring, moment, ["1/2"] * 6)
        db.commit()
    shut(database, ring, moment)
    return moment, six


def turns(database, moment):
    with database.reading() as db:
        return read(releases.turns(db, moment.id))


def test_five_who_came_late_are_told_as_a_set_of_their_own(database, ring, opened):
    moment, _ = opened
    closing = turns(database, moment)
    with database.writing() as db:
        come(db, ring, moment, ["3/4"] * 4)
        db.commit()
    assert told(database, ring) == 0
    with database.writing() as db:
        come(db, ring, moment, ["3/4"])
        db.commit()

    assert told(database, ring) > 0

    first_, second = turns(database, moment)
    assert [first_] == closing
    assert (second.turn, means(second)) == (2, {DOMAIN: "4.0", TIME: "3.0"})
    with database.reading() as db:
        assert releases.of_moment(db, moment.id) == first_.to_json()
        assert {one.turn for one in db.scalars(select(Contribution))} == {1, 2}
    assert told(database, ring) == 0


def test_who_came_late_and_takes_it_back_is_not_told_of(database, ring, opened):
    moment, _ = opened
    with database.writing() as db:
        late = come(db, ring, moment, FIVE)
        memberships.join(db, late[0].person_id, moment.group_id, NEVER, AT)
        db.commit()

    told(database, ring)

    assert len(turns(database, moment)) == 1


def test_who_came_late_is_kept_no_longer_than_the_others(database, ring, opened):
    moment, six = opened
    with database.writing() as db:
        come(db, ring, moment, ["3/4"] * 4)
        second = groups.open_next(db, db.get_one(groups.Group, moment.group_id), AT)
        come(db, ring, second, ["1"] * 6, six)
        db.commit()

    shut(database, ring, second)

    with database.reading() as db:
        assert db.scalars(select(Contribution)).all() == []


def test_late_ones_that_the_ledger_refuses_wait_on(database, ring, opened):
    _, six = opened
    with database.writing() as db:
        other = first(db, a_training(db, ring))
        come(db, ring, other, FIVE)
        db.commit()
    shut(database, ring, other)
    with database.writing() as db:
        come(db, ring, other, FIVE, six[:1])  # one of them was told of in the first group
        db.commit()

    told(database, ring)

    assert len(turns(database, other)) == 1


def test_the_change_of_the_same_people_is_told_when_the_later_moment_closes(database, ring, opened):
    moment, six = opened
    with database.writing() as db:
        second = groups.open_next(db, db.get_one(groups.Group, moment.group_id), AT)
        come(db, ring, second, ["3/4"] * 6, six)
        db.commit()
    shut(database, ring, second)

    with database.reading() as db:
        (change,) = map(Change.from_json, releases.changes(db, moment.group_id))
    found = {one.measure: (str(one.value), one.same_people) for one in change.shifts}
    assert (change.moments, change.phases) == ((1, 2), ("before", "after"))
    assert found == {DOMAIN: ("1.0", True), TIME: ("0.0", True)}


def test_a_change_of_other_people_is_that_of_the_two_means(database, ring, opened):
    moment, six = opened
    with database.writing() as db:
        second = groups.open_next(db, db.get_one(groups.Group, moment.group_id), AT)
        come(db, ring, second, ["3/4"] * 5, six[:5])
        db.commit()
    shut(database, ring, second)

    with database.reading() as db:
        (change,) = map(Change.from_json, releases.changes(db, moment.group_id))
    assert [one.same_people for one in change.shifts] == [False, False]


def test_what_does_not_open_is_told_of_and_keeps_nothing_else_waiting(database, ring, opened):
    moment, _ = opened
    with database.writing() as db:
        come(db, ring, moment, FIVE)
        db.scalars(select(Contribution).filter_by(turn=None)).first().sealed = b"spoilt"
        db.commit()
    shut_besides(database, ring)
    night = Night(database, ring, 5, AT.date())

    assert releases.tell(night) == 1  # the unions of the two groups

    assert len(night.faults) == 1
    assert len(turns(database, moment)) == 1


def shut_besides(database, ring):
    """Another group is told of."""
    with database.writing() as db:
        other = first(db, a_training(db, ring))
        come(db, ring, other, FIVE)
        db.commit()
    shut(database, ring, other)
