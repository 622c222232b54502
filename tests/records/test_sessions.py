"""A session ends by itself, and its token is the only way to what it opens."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from reflect.records import organisations, sessions, staff
from tests.records.making import AT, a_person

MINUTES = timedelta(minutes=1)


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


@pytest.fixture
def me(db, ring):
    return a_person(db, ring)


@pytest.fixture
def member(db, ring):
    return staff.add(db, ring, "t@example.org", "trainer", organisations.named(db, "Hogeschool"))


def begin(db, me, at=AT):
    return sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=at)


def kept(db):
    return db.scalars(select(func.count()).select_from(sessions.Session)).one()


def test_a_token_opens_the_person_it_was_given_to(db, me):
    current = sessions.find(db, begin(db, me), AT)

    assert (current.kind, current.me) == ("person", me)
    assert me.key.hex() not in repr(current)


def test_staff_has_a_session_but_opens_no_answers(db, member):
    current = sessions.find(db, sessions.begin(db, kind="staff", owner=member.id, at=AT), AT)

    assert (current.kind, current.owner) == ("staff", member.id)
    with pytest.raises(ValueError, match="no answers"):
        _ = current.me


def test_an_unknown_token_is_nobody(db, me):
    begin(db, me)

    assert sessions.find(db, "x" * 43, AT) is None


@pytest.mark.parametrize(("kind", "idle", "hours"), [("person", 30, 10), ("staff", 15, 8)])
def test_a_session_ends_when_idle_and_after_a_day_of_work(request, db, kind, idle, hours):
    me, member = map(request.getfixturevalue, ("me", "member"))
    owner = me.person_id if kind == "person" else member.id
    token = sessions.begin(db, kind=kind, owner=owner, at=AT)
    row = sessions.find(db, token, AT).session_id

    assert sessions.find(db, token, AT + (idle - 1) * MINUTES) is not None
    assert sessions.find(db, token, AT + idle * MINUTES) is None
    for minute in range(5, hours * 60, 5):
        sessions.touch(db, row, AT + minute * MINUTES)
    db.expire_all()
    assert sessions.find(db, token, AT + (hours * 60 - 1) * MINUTES) is not None
    assert sessions.find(db, token, AT + hours * 60 * MINUTES) is None


def test_signing_out_ends_it_on_the_server(db, me):
    token = begin(db, me)

    sessions.end(db, token)

    assert sessions.find(db, token, AT) is None


def test_all_others_can_be_ended_but_not_somebody_elses(db, ring, me):
    elsewhere, here, another = begin(db, me), begin(db, me), begin(db, a_person(db, ring))

    sessions.end_others(db, sessions.find(db, here, AT))

    assert [sessions.find(db, token, AT) is None for token in (elsewhere, here, another)] == [
        True,
        False,
        False,
    ]


def test_what_is_over_is_swept_away_by_the_next_sign_in(db, me):
    begin(db, me)

    begin(db, me, AT + timedelta(minutes=31))

    assert kept(db) == 1
