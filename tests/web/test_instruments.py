"""What each questionnaire is about, for everybody who wants to read it."""

from pathlib import Path

import pytest

from reflect.questionnaire import Library, read_definition
from tests.pages import Page
from tests.web.reflecting import DEFINITIONS, unreachable

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
SHELF = Library.read(Path(__file__).parents[2] / "questionnaires").reflections
WHICH = pytest.mark.parametrize("questionnaire", SHELF, ids=lambda one: one.id)


def test_the_start_page_leads_to_every_questionnaire_and_from_there_to_each(client):
    page = Page.at(client, "/").follow("Lees waar elke vragenlijst over gaat")
    assert page.heading == "Alle vragenlijsten"
    for one in SHELF:
        assert page.follow(one.title["nl"]).heading == one.title["nl"]


@WHICH
@pytest.mark.parametrize("code", ["nl", "en"])
def test_an_instrument_says_what_it_asks_and_what_it_rests_on(client, questionnaire, code):
    client.set_cookie("language", code, domain="127.0.0.1")
    page = Page.at(client, f"/instruments/{questionnaire.id}")
    links = {link["href"] for link in page.html.select("main a")}
    told = [*(d.title for d in questionnaire.domains), *(d.about for d in questionnaire.domains)]
    told += [words for fact in questionnaire.factsheet for words in (fact.title, fact.text)]
    for words in (questionnaire.summary, *told):
        assert " ".join(words[code].split()) in page.text
    for source in questionnaire.sources:
        assert source.title in page.text
        assert source.url is None or source.url in links
    assert {more.url for domain in questionnaire.domains for more in domain.further} <= links


def test_an_instrument_leads_to_beginning_and_to_a_preview(client):
    page = Page.at(client, "/instruments/save-begeleiding")
    assert page.follow("Begin voor mijzelf").path == "/start/save-begeleiding"
    assert page.follow("Bekijk een voorbeeld").heading == "Bekijk een voorbeeld"
    assert page.follow("Alle vragenlijsten").path == "/instruments"


def test_instruments_are_not_for_search_engines_and_ask_nothing_of_the_records(app, client):
    with unreachable(app):
        for path in ("/instruments", "/instruments/save-begeleiding"):
            answer = client.get(path)
            assert (answer.status_code, answer.headers["X-Robots-Tag"]) == (200, "noindex")


def test_an_evaluation_is_no_instrument_to_reflect_with(app, client):
    app.extensions["reflect"].library.add(read_definition("evaluation", DEFINITIONS))
    assert len(Page.at(client, "/instruments").html.select("main h2")) == len(SHELF)
    for path in ("/instruments/evaluation", "/questionnaires/evaluation/preview"):
        assert client.get(path).status_code == 404
    assert client.get("/instruments/bestaat-niet").status_code == 404
