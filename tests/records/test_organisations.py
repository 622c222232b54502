"""An organisation is known by its name, and has one key for its pool."""

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.records import organisations


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_a_name_is_one_organisation(db):
    school = organisations.named(db, "Hogeschool")

    assert organisations.named(db, "Hogeschool") is school
    assert organisations.one(db, school.id) is school
    assert organisations.every(db) == [school]
    with pytest.raises(NoResultFound):
        organisations.one(db, "another")


def test_a_pool_keeps_its_key(db, ring):
    school = organisations.named(db, "Hogeschool")

    key = organisations.pool_key(db, ring, school.id)

    assert organisations.pool_key(db, ring, school.id) == key
    assert organisations.pool_key(db, ring, organisations.named(db, "Instelling").id) != key
