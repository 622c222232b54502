"""An upload waits a day for its owner; what is published is there for everybody, once."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError, NoResultFound

from reflect.questionnaire import Questionnaire, canonical
from reflect.records import definitions, expiry, imports, organisations, staff
from reflect.records.definitions import Definition
from reflect.records.engine import Database
from tests.questionnaire.building import definition, open_question, section
from tests.records.making import AT
from tests.records.processes import at_once

DAY = AT.date()


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


@pytest.fixture
def admin(db, ring):
    return an_administrator(db, ring)


def an_administrator(db, ring, email="beheer@example.org"):
    place = organisations.named(db, "Instelling")
    return staff.add(db, ring, email, "administrator", place).id


def a_questionnaire(minutes=5) -> Questionnaire:
    plain = definition(section("een", open_question("a"))) | {"minutes": minutes}
    return Questionnaire.from_json(canonical(plain))


def test_an_upload_is_its_owners_alone_and_lasts_a_day(db, ring, admin):
    other = an_administrator(db, ring, "ander@example.org")
    row = imports.stage(db, admin, "a" * 64, "{}", AT)

    assert imports.staged(db, admin, row, AT).text == "{}"
    assert [one.id for one in imports.waiting(db, admin, AT)] == [row]
    assert imports.waiting(db, other, AT) == []
    for owner, at in ((other, AT), (admin, AT + imports.TERM)):
        with pytest.raises(NoResultFound):
            imports.staged(db, owner, row, at)


def test_the_same_file_once_more_is_the_same_upload_for_a_day_again(db, admin):
    later = AT + timedelta(hours=23)
    row = imports.stage(db, admin, "a" * 64, "{}", AT)

    assert imports.stage(db, admin, "a" * 64, "{ }", later) == row
    expiry.sweep(db, AT + imports.TERM)
    assert imports.staged(db, admin, row, AT + imports.TERM).text == "{ }"
    expiry.sweep(db, later + imports.TERM)
    assert db.query(imports.Staged).count() == 0


def test_what_is_published_waits_no_longer_and_keeps_its_first_day(db, admin):
    one = a_questionnaire()
    imports.stage(db, admin, one.fingerprint, one.canonical, AT)

    imports.claim(db)
    imports.publish(db, one, DAY)
    imports.publish(db, one, DAY + timedelta(days=1))

    assert imports.waiting(db, admin, AT) == []
    assert [tuple(row) for row in imports.published(db)] == [(one.fingerprint, "proef", 1, DAY)]


def test_a_definition_that_was_merely_kept_is_no_import_until_it_is_published(db):
    one = a_questionnaire()
    definitions.pin(db, one)
    assert imports.published(db) == []

    imports.publish(db, one, DAY)
    assert [row.fingerprint for row in imports.published(db)] == [one.fingerprint]


def test_of_what_is_published_a_version_has_one_content(db):
    imports.publish(db, a_questionnaire(), DAY)
    definitions.pin(db, a_questionnaire(6))  # kept at first use: that may be

    with pytest.raises(IntegrityError):
        imports.publish(db, a_questionnaire(6), DAY)


def publish_in_turn(url, minutes):
    database = Database(url)
    with database.writing() as db:
        imports.claim(db)
        if not imports.published(db):
            imports.publish(db, a_questionnaire(minutes), DAY)
        db.commit()
    database.close()


def test_of_two_who_publish_the_same_version_at_once_one_comes_first(database):
    url = database.url.render_as_string(hide_password=False)
    database.close()  # nothing open goes along to another process

    at_once(publish_in_turn, (url, 5), (url, 6))

    with database.reading() as db:
        assert len(imports.published(db)) == 1
        assert db.query(Definition).count() == 1
