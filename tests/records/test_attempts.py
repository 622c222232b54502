"""Guessing is stopped; thirty people behind one address are not."""

from datetime import timedelta

import pytest

from reflect.records import attempts
from tests.records.making import AT, MINUTE


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_after_five_failures_an_account_waits_a_quarter_of_an_hour(db, ring):
    tried = {"account": "a@example.org", "address": "192.0.2.1"}

    for _ in range(4):
        attempts.failed(db, ring, tried, AT)
    assert not attempts.blocked(db, ring, tried, AT)

    attempts.failed(db, ring, tried, AT)
    assert attempts.blocked(db, ring, tried, AT + 14 * MINUTE)
    assert not attempts.blocked(db, ring, {"account": "b@example.org"}, AT)
    assert not attempts.blocked(db, ring, tried, AT + 15 * MINUTE)


def test_an_address_waits_after_twenty_failures(db, ring):
    for guess in range(20):
        tried = {"account": str(guess), "address": "192.0.2.1"}
        assert not attempts.blocked(db, ring, tried, AT)
        attempts.failed(db, ring, tried, AT)

    assert attempts.blocked(db, ring, tried, AT)


def test_failures_are_forgotten_after_the_longest_window(db, ring):
    attempts.failed(db, ring, {"account": "x"}, AT)

    attempts.sweep(db, AT + timedelta(hours=1))

    assert db.query(attempts.Attempt).count() == 0
