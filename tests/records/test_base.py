"""Moments of time are aware, whatever the database makes of them."""

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError

from reflect.records.attempts import Attempt
from reflect.records.base import opaque
from tests.records.making import AT


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_a_moment_comes_back_as_it_was_in_utc(db):
    there = AT.astimezone(timezone(timedelta(hours=2)))
    db.add(Attempt(kind="code", lookup=b"", at=there))
    db.flush()
    db.expire_all()

    found = db.query(Attempt).one().at

    assert (found, found.utcoffset()) == (AT, timedelta(0))


def test_a_moment_without_a_zone_is_refused(db):
    db.add(Attempt(kind="code", lookup=b"", at=datetime(2026, 11, 21)))  # noqa: DTZ001 - the point

    with pytest.raises(StatementError, match="without a time zone"):
        db.flush()


def test_ids_tell_nothing_and_never_meet():
    ids = {opaque() for _ in range(10_000)}

    assert len(ids) == 10_000
    assert {len(each) for each in ids} == {22}
