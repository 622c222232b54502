"""What is past its term goes at night, and nothing else does."""

from datetime import timedelta

import pytest

from reflect.records import expiry, people, releases, responses, sessions
from tests.records.making import (
    AT,
    DAY,
    RULES,
    a_definition,
    a_group,
    a_member,
    a_person,
    first,
    keep,
)


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_a_draft_goes_after_ninety_days_without_a_touch(db, ring):
    me = a_person(db, ring)
    draft = responses.start_alone(db, me, a_definition(db), "after", AT)
    keep(db, me, draft.id, {"a1": 1}, AT + DAY)

    expiry.sweep(db, AT + 91 * DAY)
    assert len(responses.of(db, me.person_id)) == 1

    expiry.sweep(db, AT + 92 * DAY)
    assert responses.of(db, me.person_id) == []


def test_a_person_goes_two_years_after_the_last_response(db, ring):
    silent, active = a_person(db, ring), a_member(db, ring, first(db, a_group(db, ring))).me
    left = db.query(people.Person)

    expiry.sweep(db, AT + 730 * DAY)
    assert {row.id for row in left} == {silent.person_id, active.person_id}

    db.query(responses.Response).one().day += 10 * DAY
    expiry.sweep(db, AT + 731 * DAY)
    assert {row.id for row in left} == {active.person_id}

    expiry.sweep(db, AT + 741 * DAY)
    assert list(left) == []


def test_a_pool_goes_after_a_year(database, ring):
    with database.writing() as db:
        moment = first(db, a_group(db, ring, deadline=(AT - DAY).date()))
        a_member(db, ring, moment)
        db.commit()
    releases.close(database, ring, moment.id, RULES, AT)

    with database.writing() as db:
        expiry.sweep(db, AT + 365 * DAY)
        assert db.query(releases.Pool).count() == 2
        expiry.sweep(db, AT + 366 * DAY)
        assert db.query(releases.Pool).count() == 0


def test_sessions_that_are_over_go(db, ring):
    me = a_person(db, ring)
    sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=AT)

    expiry.sweep(db, AT + timedelta(minutes=29))
    assert db.query(sessions.Session).count() == 1
    expiry.sweep(db, AT + timedelta(minutes=30))
    assert db.query(sessions.Session).count() == 0
