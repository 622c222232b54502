"""A code comes from the secret and the clock, works once, and cannot be found by patience."""

from datetime import UTC, datetime, timedelta

import pytest

from reflect.records import factors, organisations, staff
from reflect.records.sealing import Unreadable
from tests.records.making import AT

FULL_WIDTH = {ord("0") + n: 0xFF10 + n for n in range(10)}
SECRET = b"12345678901234567890"  # RFC 6238, appendix B
STEP = timedelta(seconds=factors.STEP)


@pytest.fixture
def db(sqlite):
    with sqlite.writing() as db:
        yield db


@pytest.fixture
def member(db, ring):
    place = organisations.named(db, "Hogeschool")
    found = staff.add(db, ring, "t@example.org", "trainer", place)
    factors.enrol(db, ring, found.id, SECRET, last_step=0)
    return found.id


def shown(at):
    return factors.code(SECRET, factors.step(at))


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_are_those_of_the_standard(seconds, code):
    assert shown(datetime.fromtimestamp(seconds, UTC)) == code


@pytest.mark.parametrize(("late", "is_taken"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_clock_may_be_one_step_off(late, is_taken):
    typed = shown(AT + late * STEP)
    assert (factors.accepted(SECRET, typed, AT) is not None) is is_taken


def test_a_code_may_be_typed_with_spaces_and_in_no_other_letters():
    code = shown(AT)
    assert factors.accepted(SECRET, f" {code[:3]} {code[3:]}\n", AT) == factors.step(AT)
    assert factors.accepted(SECRET, code.translate(FULL_WIDTH), AT) is None
    assert factors.accepted(SECRET, "", AT) is None


def test_an_authenticator_reads_who_it_is_for_and_the_very_secret():
    address = factors.address(SECRET, "t+1@example.org")
    assert address.startswith("otpauth://totp/Reflect:t%2B1%40example.org?")
    assert f"secret={factors.spelled(SECRET).replace(' ', '')}" in address
    assert "issuer=Reflect" in address


def test_a_code_works_once_and_none_before_it_any_more(database, ring):
    with database.writing() as db:
        place = organisations.named(db, "Hogeschool")
        member = staff.add(db, ring, "t@example.org", "trainer", place).id
        factors.enrol(db, ring, member, SECRET, last_step=0)
        once(db, ring, member)


def once(db, ring, member):
    assert factors.check(db, ring, member, shown(AT), AT)
    assert not factors.check(db, ring, member, shown(AT), AT)
    assert not factors.check(db, ring, member, shown(AT - STEP), AT)
    assert factors.check(db, ring, member, shown(AT + STEP), AT)


def test_after_fifty_wrong_codes_on_end_the_right_one_is_none_either(db, ring, member):
    for _ in range(factors.LOCKED_AFTER - 1):
        assert not factors.check(db, ring, member, "000000", AT)
    assert factors.check(db, ring, member, shown(AT), AT)
    assert factors.of(db, member).failures == 0

    for _ in range(factors.LOCKED_AFTER):
        factors.check(db, ring, member, "000000", AT)
    assert not factors.check(db, ring, member, shown(AT + STEP), AT + STEP)


def test_the_secret_lies_sealed_and_opens_for_its_owner_alone(db, ring, member):
    kept = factors.of(db, member)
    assert SECRET not in kept.sealed_secret
    other = staff.add(db, ring, "u@example.org", "trainer", organisations.named(db, "Hogeschool"))
    factors.enrol(db, ring, other.id, b"0" * 20, last_step=0)
    factors.of(db, other.id).sealed_secret = kept.sealed_secret
    with pytest.raises(Unreadable):
        factors.check(db, ring, other.id, shown(AT), AT)


def test_a_session_is_offered_one_secret_until_it_is_taken(db, ring, member):
    before = factors.fresh(ring, "token", None)
    assert factors.fresh(ring, "token", None) == before
    assert len({before, factors.fresh(ring, "token", factors.of(db, member))}) == 2
    assert factors.fresh(ring, "another", None) != before
    assert len(before) == factors.SECRET
