"""A strange device is told of to whoever sits at another one."""

import pytest

from reflect.records import devices, organisations, staff
from reflect.records.devices import Arrival
from tests.records.making import AT, DAY

FIREFOX = {"browser": "Firefox", "system": "Windows"}


@pytest.fixture
def db(sqlite):
    with sqlite.writing() as db:
        yield db


@pytest.fixture
def me(db, ring):
    place = organisations.named(db, "Hogeschool")
    return staff.add(db, ring, "t@example.org", "trainer", place).id


def test_the_first_device_and_a_known_one_are_not_strange(db, ring, me):
    assert not devices.arrive(db, ring, Arrival(me, "a"), FIREFOX, AT)
    assert devices.arrive(db, ring, Arrival(me, "b"), FIREFOX, AT)
    assert not devices.arrive(db, ring, Arrival(me, "b"), FIREFOX, AT + DAY)


def test_it_is_told_at_another_device_until_it_is_known(db, ring, me):
    here, elsewhere = Arrival(me, "a"), Arrival(me, "b")
    devices.arrive(db, ring, here, {}, AT)
    devices.arrive(db, ring, elsewhere, FIREFOX, AT)

    assert devices.strange(db, ring, elsewhere) == []
    (told,) = devices.strange(db, ring, here)
    assert (told.looks, told.day) == (FIREFOX, AT.date())
    devices.know(db, here)
    db.expire_all()
    assert devices.strange(db, ring, here) == []


def test_on_a_shared_device_each_is_recognised_apart(db, ring, me):
    place = organisations.named(db, "Hogeschool")
    other = staff.add(db, ring, "u@example.org", "trainer", place).id
    devices.arrive(db, ring, Arrival(me, "a"), FIREFOX, AT)
    devices.arrive(db, ring, Arrival(other, "b"), FIREFOX, AT)

    assert devices.arrive(db, ring, Arrival(other, "a"), FIREFOX, AT)
