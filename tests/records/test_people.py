"""A person is opened by the code alone."""

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.records import people
from reflect.records.sealing import Unreadable
from tests.records.making import AT


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_the_code_that_was_shown_opens_the_person_however_it_is_typed(db, ring):
    person, key, code = people.create(db, ring, language="nl", at=AT)

    opened = people.open(db, ring, f" {code.lower().replace('-', ' ')} ")

    assert (opened.person_id, opened.key) == (person.id, key)
    assert person.language == "nl"
    assert key.hex() not in repr(opened)


@pytest.mark.parametrize("typed", ["", "00000-00000-00000-00000", "geen code"])
def test_another_code_opens_nobody(db, ring, typed):
    people.create(db, ring, language="nl", at=AT)

    with pytest.raises(NoResultFound):
        people.open(db, ring, typed)


def test_a_new_code_opens_the_same_person_and_the_old_one_nothing(db, ring):
    person, key, old = people.create(db, ring, language="nl", at=AT)

    new = people.renew_code(db, ring, person.id, key)

    assert people.open(db, ring, new).key == key
    with pytest.raises(NoResultFound):
        people.open(db, ring, old)


def test_keys_moved_between_persons_open_nothing(db, ring):
    one, _, code = people.create(db, ring, language="nl", at=AT)
    other, _, _ = people.create(db, ring, language="nl", at=AT)
    one.wrapped_key, other.wrapped_key = other.wrapped_key, one.wrapped_key

    with pytest.raises(Unreadable):
        people.open(db, ring, code)


def test_an_erased_person_is_gone(db, ring):
    person, _, code = people.create(db, ring, language="nl", at=AT)

    people.erase(db, person.id)

    with pytest.raises(NoResultFound):
        people.open(db, ring, code)


def test_a_page_that_asks_again_is_told_nobody(db, ring):
    person, _, code = people.create(db, ring, language="nl", at=AT)

    assert people.recognised(db, ring, code).person_id == person.id
    assert people.recognised(db, ring, "geen code") is None
