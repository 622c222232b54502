"""An upload waits a day for its owner; what is published is there for everybody, once."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError, NoResultFound

from reflect.questionnaire import FaultyDefinition, Library, Questionnaire, canonical
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


def a_questionnaire(minutes=5, version=1) -> Questionnaire:
    asked = section("een", open_question("a"))
    plain = definition(asked, version=version) | {"minutes": minutes}
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


def test_a_library_is_given_what_was_published_since(db):
    library = Library([a_questionnaire()])
    newer, kept = a_questionnaire(version=2), a_questionnaire(version=3)
    definitions.pin(db, kept)
    imports.publish(db, newer, DAY)

    imports.gather(db, library)

    assert library.latest("proef").fingerprint == newer.fingerprint
    assert kept.fingerprint not in library


def test_what_a_running_library_says_otherwise_stays_as_it_is_there(db):
    library = Library([a_questionnaire()])
    imports.publish(db, a_questionnaire(6), DAY)

    imports.gather(db, library)

    assert [one.minutes for one in library] == [5]


def test_a_file_with_another_content_than_its_import_stops_the_start(db):
    imports.publish(db, a_questionnaire(6), DAY)
    imports.publish(db, a_questionnaire(version=2), DAY)
    library = Library([a_questionnaire()])

    with pytest.raises(FaultyDefinition) as stopped:
        imports.restore(db, library)

    assert str(stopped.value) == (
        "proef-1.json:1:1: E601 proef-1 was imported with another content, on 2026-11-21: "
        "take this file away, or call it proef-3"
    )


def test_a_file_that_is_the_same_as_its_import_stops_nothing(db):
    imports.publish(db, a_questionnaire(), DAY)
    imports.publish(db, a_questionnaire(version=2), DAY)
    library = Library([a_questionnaire()])

    imports.restore(db, library)

    assert [one.version for one in library] == [1, 2]


def test_without_records_a_library_keeps_what_it_has(tmp_path):
    away, library = Database(f"sqlite:///{tmp_path}/nowhere/reflect.db"), Library()
    with away.reading() as db:
        imports.gather(db, library)
    assert list(library) == []


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
