"""What was asked is kept as it was asked."""

import json
from pathlib import Path

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.questionnaire import Library
from reflect.records import definitions
from reflect.records.definitions import Definition
from tests.records.making import FINGERPRINT, a_definition


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_a_definition_is_kept_once_and_never_changed(db):
    a_definition(db)
    changed = Definition(fingerprint=FINGERPRINT, questionnaire="q", version=1, body="changed")

    definitions.keep(db, changed)

    assert definitions.body(db, FINGERPRINT) == "{}"
    with pytest.raises(NoResultFound):
        definitions.body(db, "another")


def test_a_questionnaire_is_kept_as_it_is_now(db):
    questionnaire = next(iter(Library.read(Path("questionnaires")).current))

    fingerprint = definitions.pin(db, questionnaire)

    assert fingerprint == questionnaire.fingerprint
    assert json.loads(definitions.body(db, fingerprint))["id"] == questionnaire.id
