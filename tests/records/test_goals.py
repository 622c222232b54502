"""Goals are kept for the person alone, as long as the reflection they belong to."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from reflect.records import expiry, goals, people, responses
from reflect.records.goals import NONE, Goal, Kept
from reflect.records.people import Opened
from reflect.records.sealing import Unreadable
from tests.records.making import AT, DAY, a_definition, a_person

FIRST = Goal("signalen", "Elke week nabellen", "als ik het dossier sluit", "Sam", "2027-02-21")
SECOND = Goal(what="Eerst het kind spreken", came_of_it="Het lukte drie keer.")
GOALS = (FIRST, SECOND, Goal())


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


@pytest.fixture
def me(db, ring):
    return a_person(db, ring)


@pytest.fixture
def response(db, me):
    return responses.start_alone(db, me, a_definition(db), "after", AT).id


def test_what_was_kept_is_found_again_in_its_order(db, me, response):
    assert goals.of(db, me) == {}

    goals.write(db, me, response, GOALS)
    goals.write(db, me, response, goals.changed(GOALS, 2, when="morgen"))

    assert goals.of(db, me, lock=True) == {
        response: (FIRST, replace(SECOND, when="morgen"), Goal())
    }


def test_when_the_last_goal_is_removed_nothing_is_left(db, me, response):
    goals.write(db, me, response, GOALS)

    goals.write(db, me, response, NONE)

    assert goals.of(db, me) == {}
    assert db.scalars(select(Kept)).all() == []


def test_somebody_elses_goals_are_not_there_and_cannot_be_opened(db, ring, me, response):
    goals.write(db, me, response, GOALS)
    other = a_person(db, ring)

    assert goals.of(db, other) == {}
    with pytest.raises(Unreadable):
        goals.of(db, Opened(me.person_id, other.key))


def test_goals_go_with_their_response_and_with_their_person(db, me, response):
    second = responses.start_alone(db, me, a_definition(db), "later", AT).id
    for each in (response, second):
        goals.write(db, me, each, GOALS)

    responses.erase(db, me.person_id, response)
    assert list(goals.of(db, me)) == [second]

    people.erase(db, me.person_id)
    assert db.scalars(select(Kept)).all() == []


def test_goals_stay_as_long_as_the_person(db, me, response):
    responses.one(db, me.person_id, response).state = "submitted"
    goals.write(db, me, response, GOALS)

    expiry.sweep(db, AT + 730 * DAY)
    assert response in goals.of(db, me)

    expiry.sweep(db, AT + 731 * DAY)
    assert db.scalars(select(Kept)).all() == []


def test_a_goal_is_not_told_in_a_log():
    told = repr(GOALS)

    assert "nabellen" not in told
    assert "Sam" not in told
