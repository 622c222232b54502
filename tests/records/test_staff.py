"""Staff is found by an address that cannot be read, and begins with a token that works once."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.records import organisations, staff
from reflect.records.staff import Staff
from tests.records.making import AT


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


@pytest.fixture
def school(db):
    return organisations.named(db, "Hogeschool")


def test_an_address_is_one_account_however_it_is_spelled(db, ring, school):
    member = staff.add(db, ring, "Anna@Example.org ", "trainer", school)

    assert staff.by_email(db, ring, "anna@example.ORG") is member
    assert staff.by_email(db, ring, "b@example.org") is None
    assert staff.email(member, ring) == "anna@example.org"
    assert staff.one(db, member.id) is member
    assert db.query(Staff).all() == [member]


def test_roles_are_held_once_in_each_organisation(db, ring, school):
    member = staff.add(db, ring, "a@example.org", "trainer", school)
    staff.add(db, ring, "a@example.org", "trainer", school)
    staff.add(db, ring, "a@example.org", "administrator", organisations.named(db, "Instelling"))

    held = {(role.name, role.organisation_id == school.id) for role in staff.roles(db, member.id)}
    assert held == {("trainer", True), ("administrator", False)}
    assert [each.name for each in organisations.every(db)] == ["Hogeschool", "Instelling"]
    with pytest.raises(ValueError, match="a role is one of"):
        staff.add(db, ring, "a@example.org", "manager", school)


def test_a_token_sets_a_password_once(db, ring, school):
    member = staff.add(db, ring, "a@example.org", "trainer", school)
    token = staff.reset(db, member, AT)

    assert staff.invited(db, token, AT) is member
    assert staff.welcome(db, token, "$argon2id$", AT) is member
    assert member.password_hash is not None
    with pytest.raises(NoResultFound):
        staff.welcome(db, token, "another", AT)


def test_a_token_lapses_after_a_day_or_when_there_is_a_newer_one(db, ring, school):
    member = staff.add(db, ring, "a@example.org", "trainer", school)
    older, newer = staff.reset(db, member, AT), staff.reset(db, member, AT)

    for token, at in [(older, AT), (newer, AT + timedelta(hours=24))]:
        assert staff.invited(db, token, at) is None
