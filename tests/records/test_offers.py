"""A group is offered to an address, whoever has it, and is a colleague's once they take it."""

import pytest

from reflect.records import groups, offers, organisations, staff
from tests.records.making import AT, a_group


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


@pytest.fixture
def colleague(db, ring):
    return staff.add(
        db, ring, "collega@example.org", "trainer", organisations.named(db, "Hogeschool")
    )


def test_a_colleague_takes_a_group_that_is_offered(db, ring, colleague):
    group = a_group(db, ring)
    offers.make(db, ring, group, "niemand@example.org", AT)
    assert offers.to(db, ring, colleague) == []

    offers.make(db, ring, group, " Collega@Example.org", AT)
    assert offers.address(db, ring, group.id) == "collega@example.org"
    trainer = staff.one(db, group.staff_id)
    assert offers.to(db, ring, colleague) == [(group, trainer)]
    assert offers.taken(db, ring, trainer) == []
    offers.take(db, group, colleague, AT)

    assert groups.one(db, colleague.id, group.id) == group
    assert offers.address(db, ring, group.id) is None
    assert offers.to(db, ring, colleague) == offers.to(db, ring, trainer) == []
    assert offers.taken(db, ring, trainer) == [(group.name, "collega@example.org")]
    assert offers.taken(db, ring, colleague) == []


def test_an_offer_that_is_dropped_leads_nowhere(db, ring, colleague):
    group = a_group(db, ring)
    offers.make(db, ring, group, "collega@example.org", AT)

    offers.drop(db, group.id)

    assert offers.to(db, ring, colleague) == []
