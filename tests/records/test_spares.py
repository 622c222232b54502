"""Spare codes let in once each, and lie nowhere."""

import pytest

from reflect.records import organisations, spares, staff


@pytest.fixture
def db(sqlite):
    with sqlite.writing() as db:
        yield db


def a_trainer(db, ring, email="t@example.org"):
    place = organisations.named(db, "Hogeschool")
    return staff.add(db, ring, email, "trainer", place).id


def test_a_spare_code_works_once_however_it_is_typed(db, ring):
    me = a_trainer(db, ring)
    first, *_ = spares.renew(db, me)

    assert spares.use(db, me, f" {first.lower().replace('-', ' ')} ")
    assert not spares.use(db, me, first)
    assert spares.left(db, me) == spares.COUNT - 1


def test_only_its_owner_comes_in_with_it_and_only_before_there_are_new_ones(db, ring):
    me, other = a_trainer(db, ring), a_trainer(db, ring, "u@example.org")
    mine, another, *_ = spares.renew(db, me)

    assert not spares.use(db, other, mine)
    assert not spares.use(db, me, "geen-code")
    assert spares.use(db, me, mine)
    spares.renew(db, me)
    assert not spares.use(db, me, another)
