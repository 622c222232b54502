"""Members say what they think of a training: each once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.records import evaluations, memberships
from reflect.records.engine import Database
from tests.records.evaluations.attending import fill, join, number
from tests.records.making import AT, COUNTS, a_person
from tests.records.processes import at_once


def test_who_has_filled_in_does_not_do_so_again(database, ring, wave):
    (noor,) = join(database, ring, wave)

    assert fill(database, ring, wave, noor, noor) == ["kept", "before"]

    assert number(database, wave) == (1, 1)
    with database.reading() as db:
        assert evaluations.marked(db, ring, wave, noor)


def test_who_leaves_and_joins_again_is_the_same_person(database, ring, wave):
    (noor,) = join(database, ring, wave)
    fill(database, ring, wave, noor)

    with database.writing() as db:
        memberships.withdraw(db, noor, wave.group_id)
        db.commit()
    with pytest.raises(NoResultFound):
        fill(database, ring, wave, noor)
    with database.writing() as db:
        memberships.join(db, noor, wave.group_id, COUNTS, AT)
        db.commit()

    assert fill(database, ring, wave, noor) == ["before"]


def test_what_is_of_another_group_does_not_exist(database, ring, wave):
    with database.writing() as db:
        stranger = a_person(db, ring).person_id
        db.commit()

    with pytest.raises(NoResultFound):
        fill(database, ring, wave, stranger)


def test_twenty_clicks_of_one_person_in_threads_make_one(database, ring, wave):
    (noor,) = join(database, ring, wave)

    with ThreadPoolExecutor(20) as pool:
        said = list(pool.map(lambda _: fill(database, ring, wave, noor)[0], range(20)))

    assert sorted(said) == ["before"] * 19 + ["kept"]
    assert number(database, wave) == (1, 1)


def test_clicks_of_everybody_in_processes_make_one_each(database, ring, wave):
    members = join(database, ring, wave, 4)
    url = database.url.render_as_string(hide_password=False)

    said = at_once(fill_there, *[(url, ring, wave, person) for person in members * 2])

    assert sorted(said) == ["before"] * 4 + ["kept"] * 4
    assert number(database, wave) == (4, 4)


def fill_there(url, ring, wave, person):
    return fill(Database(url), ring, wave, person)[0]
