"""An upload beside what there is: what it clashes with, and what differs."""

import json

import pytest

from reflect.questionnaire import Questionnaire, canonical
from reflect.records import definitions
from tests.pages import Page
from tests.web.importing import HERE, a_definition, administrator, publish, send

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def admin(training):
    return administrator(training)


def test_what_differs_from_the_version_before_is_said_with_what_it_does(admin):
    publish(admin, a_definition())
    changed = a_definition(2, text="Ik liet stilte vallen.", minutes=6)
    changed["sections"][0]["questions"][1] |= {"id": "waarom"}
    changed["domains"][0]["title"] = {"nl": "Luisteren"}
    changed["sections"][0]["questions"][0]["reverse"] = True

    text = send(admin, changed).text

    assert "Vergeleken met versie 1." in text
    assert "breekt de vergelijking (1)" in text
    assert "blijft vergelijkbaar (3)" in text
    assert "andere woorden (2)" in text
    assert "Eerst: Ik liet stiltes vallen. Wordt: Ik liet stilte vallen." in text
    assert "Vraag welk Vertel welk. blijft vergelijkbaar · weggehaald" in text
    assert "Domein zien Luisteren" in text
    assert "Luisteren 0 van 1 stellingen" in text


def test_the_same_words_are_said_in_the_language_of_the_page(admin):
    publish(admin, a_definition())
    admin.set_cookie("language", "en", domain="127.0.0.1")
    page = Page.at(admin, f"{HERE}/import")
    assert page.heading == "Import a questionnaire"
    text = send(admin, a_definition(2, minutes=6)).text
    assert "Compared with version 1. comparable (1)" in text
    assert send(admin, a_definition(3)).text.count("There is no difference.") == 1


def test_of_very_much_that_differs_the_first_hundred_things_are_shown(admin):
    publish(admin, a_definition())
    many = a_definition(2)
    more = [{"id": f"v{n}", "type": "text", "text": {"nl": f"Vertel {n}."}} for n in range(105)]
    many["sections"][0]["questions"] += more
    assert "En nog 5 dingen." in send(admin, many).text


def test_a_version_that_is_there_with_another_content_needs_another_number(admin):
    publish(admin, a_definition())
    publish(admin, a_definition(3, minutes=6))

    page = send(admin, a_definition(1, minutes=9))

    assert page.status == 400
    assert "E601" in page.text
    assert "Het eerste vrije nummer is versie 4." in page.text


def test_what_is_there_already_needs_no_import(admin, shelf):
    shipped = json.loads(shelf[0].canonical)
    page = send(admin, shipped)
    assert (page.status, page.path) == (200, f"{HERE}/import")
    assert "met precies deze inhoud" in page.text


def test_a_version_that_somebody_once_began_with_keeps_its_content(app, admin):
    kept = Questionnaire.from_json(canonical(a_definition()))
    with app.extensions["reflect"].database.writing() as db:
        definitions.pin(db, kept)  # of a file that is gone
        db.commit()
    assert "E601" in send(admin, a_definition(minutes=6)).text
    assert publish(admin, a_definition()).path == HERE


def test_a_question_keeps_its_type_from_version_to_version(admin):
    publish(admin, a_definition())
    other = a_definition(2)
    other["sections"][0]["questions"][1] = {
        "id": "welk",
        "type": "passage",
        "text": {"nl": "Lees."},
    }
    page = send(admin, other)
    assert page.status == 400
    assert '"welk" was of type text in version 1: give it another id' in page.text
