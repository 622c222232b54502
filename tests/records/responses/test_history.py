"""What somebody submitted is found in the order of time, and opened by nobody else."""

from datetime import timedelta

import pytest

from reflect.records import responses
from reflect.records.responses import Submission
from reflect.records.sealing import Unreadable
from tests.records.making import AT, a_definition, a_group, a_member, a_person, first, keep


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def submit(db, ring, me, phase, at=AT):
    """A response of one's own that was submitted then; its profile tells the phase."""
    response = responses.start_alone(db, me, a_definition(db), phase, at)
    revision = keep(db, me, response.id, {"a1": 3}, at)
    responses.submit(db, ring, me, Submission(response.id, revision, {"phase": phase}, {}), at)


def test_days_come_first_and_phases_order_a_day(db, ring):
    me = a_person(db, ring)
    submit(db, ring, me, "later")
    submit(db, ring, me, "before")
    submit(db, ring, me, "after", AT - timedelta(days=3))
    responses.start_alone(db, me, a_definition(db), "after", AT)  # a draft is no history
    found = responses.history(db, me.person_id)
    assert [kept.opened(me)["phase"] for kept in found] == ["after", "before", "later"]
    assert [kept.number for kept in found] == [0, 0, 0]


def test_a_moment_of_a_group_keeps_its_number(db, ring):
    member = a_member(db, ring, first(db, a_group(db, ring)))
    (kept,) = responses.history(db, member.me.person_id)
    assert (kept.number, kept.turn[2]) == (1, 1)


def test_nobody_else_finds_or_opens_it(db, ring):
    me, other = a_person(db, ring), a_person(db, ring)
    submit(db, ring, me, "after")
    assert responses.history(db, other.person_id) == []
    with pytest.raises(Unreadable):
        responses.history(db, me.person_id)[0].opened(other)
