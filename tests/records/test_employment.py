"""Who works here is known by roles; what is taken is gone at once, and groups stay."""

import pytest

from reflect.records import devices, employment, factors, organisations, sessions, spares, staff
from reflect.records.devices import Arrival
from tests.records.making import AT, DAY, a_group

TRAINER = "trainer@example.org"


@pytest.fixture
def db(sqlite):
    with sqlite.writing() as db:
        yield db


@pytest.fixture
def member(db, ring):
    """A trainer who comes in with everything there is."""
    found = staff.add(db, ring, TRAINER, "trainer", organisations.named(db, "Hogeschool"))
    found.password_hash = "a hash"  # noqa: S105 - of nothing
    factors.enrol(db, ring, found.id, b"s" * 20, last_step=0)
    spares.renew(db, found.id)
    devices.arrive(db, ring, Arrival(found.id, "a"), {}, AT)
    sessions.begin(db, kind="staff", owner=found.id, at=AT)
    return found


def held(db, member):
    """Password, factor, spare codes, sessions, roles."""
    return (
        member.password_hash is not None,
        factors.of(db, member.id) is not None,
        spares.left(db, member.id),
        len(sessions.of(db, member.id, AT)),
        len(staff.roles(db, member.id)),
    )


def state(db, ring, member, at=AT):
    return employment.one(db, ring, member.id, at).state


def test_how_far_somebody_is_in_can_be_seen(db, ring, member):
    assert state(db, ring, member) == "in"
    factors.drop(db, member.id)
    db.expire_all()
    assert state(db, ring, member) == "bare"
    employment.renew(db, member, AT, keep_factor=True)
    assert state(db, ring, member) == "invited"
    assert state(db, ring, member, AT + DAY) == "lapsed"


def test_a_new_link_voids_the_password_and_if_lost_the_authenticator(db, member):
    token = employment.renew(db, member, AT, keep_factor=True)
    assert held(db, member) == (False, True, spares.COUNT, 0, 1)
    assert staff.invited(db, token, AT) is member

    employment.renew(db, member, AT, keep_factor=False)
    assert held(db, member) == (False, False, 0, 0, 1)


def test_who_has_groups_stays_for_their_sake_and_can_do_nothing(db, ring, member):
    a_group(db, ring)
    employment.end(db, member)

    assert held(db, member) == (False, False, 0, 0, 0)
    assert not devices.strange(db, ring, Arrival(member.id, "b"))
    (left,) = employment.every(db, ring, AT)
    assert (left.state, left.groups, left.email) == ("ended", 1, TRAINER)


def test_who_has_none_is_gone(db, ring, member):
    employment.end(db, member)
    assert employment.every(db, ring, AT) == []


def test_a_role_is_taken_but_the_last(db, ring, member):
    staff.give(db, member, "administrator", organisations.named(db, "Academie"))
    shown = employment.one(db, ring, member.id, AT)
    assert [(post.name, post.organisation) for post in shown.posts] == [
        ("administrator", "Academie"),
        ("trainer", "Hogeschool"),
    ]

    first, last = shown.posts
    assert employment.take(db, member.id, first.id) == "administrator"
    assert employment.take(db, member.id, last.id) == ""
    assert [role.name for role in staff.roles(db, member.id)] == ["trainer"]
