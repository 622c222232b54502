"""What goes wrong, said calmly, with a number to quote; and what of it stands in the log."""

import logging
import re

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from reflect.app import BIGGEST_REQUEST
from reflect.language import language
from reflect.records.responses import Response as Filled
from reflect.web import reflections
from tests.pages import Page
from tests.web.hindering import locked, read_only
from tests.web.reflecting import somebody, unreachable

CANARY = "kanarie-in-een-antwoord"
NUMBER = re.compile(r"Nummer van dit verzoek: ([0-9a-f]{8})\b")


def number(page) -> str:
    return NUMBER.search(page.text)[1]


def test_what_is_not_there_is_said_in_the_language_of_its_reader(client):
    page = Page.at(client, "/nergens")
    assert (page.status, page.heading) == (404, "Deze pagina is er niet")
    assert number(page) != number(Page.at(client, "/nergens"))
    assert page.follow("Naar de beginpagina").path == "/"
    client.set_cookie("language", "en", domain="127.0.0.1")
    assert Page.at(client, "/nergens").heading == "There is no such page"


def test_another_method_is_said(client):
    page = Page(client, client.delete("/"))
    assert (page.status, page.heading) == (405, "Zo werkt deze pagina niet")


@pytest.mark.parametrize(("more", "status"), [(-1000, 302), (1, 413)])
def test_too_much_at_once_is_said_and_as_much_as_may_be_is_taken(noor, more, status):
    response = noor.draft()
    answer = noor.post(f"/reflections/{response}/signalen", q_x="x" * (BIGGEST_REQUEST + more))
    assert answer.status_code == status
    if status == 413:
        assert Page(noor.browser, answer).heading == "Dit is te veel tekst"


def test_every_text_of_the_longest_section_at_its_longest_is_taken(noor):
    response = noor.draft()
    names = ("situatie", "technisch", "normatief", "persoonlijk", "trots", "actie")
    texts = {f"q_{name}": "👩" * 2000 for name in names}
    assert noor.post(f"/reflections/{response}/terugkijken", **texts).status_code == 302
    assert len(noor.answers(response)) == len(names)
    browser = noor.app.test_client()
    page = Page(browser, browser.post(f"/reflections/{response}/terugkijken", data=texts))
    back = page.send("Ga verder", code=noor.code)
    assert len(back.html.find("textarea", id="q_actie").get_text().strip()) == 2000


def test_what_nobody_foresaw_is_logged_by_its_place_and_never_by_what_was_typed(
    noor, monkeypatch, caplog
):
    def broken(*_):
        raise RuntimeError(CANARY)

    monkeypatch.setattr(reflections, "place_in", broken)
    response = noor.draft()
    page = Page(noor.browser, noor.post(f"/reflections/{response}/signalen", q_a1=CANARY))
    assert (page.status, page.heading) == (500, "Er ging iets mis bij ons")
    [line] = caplog.messages
    assert line.startswith(f"request {number(page)}: RuntimeError at ")
    assert "test_errors.py:" in line
    personal = (CANARY, response, noor.me.person_id, noor.session, noor.code, "127.0.0.1")
    assert not [one for one in personal if one in caplog.text or one in page.text]


def test_a_database_that_cannot_be_reached_is_said_honestly(noor, caplog):
    response = noor.draft()
    with unreachable(noor.app):
        page = Page(noor.browser, noor.post(f"/reflections/{response}/signalen", q_a1=CANARY))
        assert Page.at(noor.app.test_client(), "/").status == 200  # nobody is looked for
    assert (page.status, page.heading) == (503, "Het is hier even druk")
    assert page.html.select_one("main input[name=q_a1]")["value"] == CANARY
    assert caplog.messages == [f"request {number(page)}: the database: OperationalError"]


def refused(noor, response) -> Page:
    """The page and the words to the script, when nothing can be kept for a while."""
    told = noor.keep(response, "a1", q_a1="4")
    assert (told.status_code, told.headers["Retry-After"]) == (503, "10")
    assert told.json["message"].startswith("Nog niet bewaard")
    answer = noor.post(f"/reflections/{response}/signalen", q_a1="4", clear="", seen="0")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    return Page(noor.browser, answer)


def test_a_database_that_is_locked_keeps_nothing_and_the_page_holds_what_was_typed(
    noor, monkeypatch
):
    response = noor.draft()
    with monkeypatch.context() as patched:
        patched.setattr("reflect.records.connections.PATIENCE", 50)
        soon = {"options": "-c lock_timeout=50ms -c timezone=UTC"}
        patched.setattr("reflect.records.connections.POSTGRES", soon)
        noor.house.database.close()
        with locked(noor.house.database):
            page = refused(noor, response)
        noor.house.database.close()
    assert noor.answers(response) == {}
    assert page.send("Probeer het opnieuw").heading == "Wegen"
    assert noor.answers(response) == {"a1": 4}


@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_a_database_that_may_not_be_written_is_told_alike(noor):
    response = noor.draft()
    with read_only(noor.house.database):
        page = refused(noor, response)
    assert page.send("Probeer het opnieuw").heading == "Wegen"
    assert noor.answers(response) == {"a1": 4}


@pytest.mark.parametrize("fault", [NoConnection(), OperationalError("", {}, Exception())])
def test_a_database_that_has_no_time_is_busy(noor, monkeypatch, fault):
    def busy(*_):
        raise fault

    monkeypatch.setattr(reflections, "overview", busy)
    assert noor.browser.get("/reflections").status_code == 503


def test_what_does_not_open_any_more_is_told_and_not_shown(noor, caplog):
    response, others = noor.draft(answers={"a1": 4}), somebody(noor.app).draft()
    with noor.house.database.writing() as db:
        sealed = db.get(Filled, others).wrapped_key
        db.execute(update(Filled).where(Filled.id == response).values(wrapped_key=sealed))
        db.commit()
    page = noor.see(f"/reflections/{response}/signalen")
    assert (page.status, page.heading) == (409, "Dit is niet leesbaar")
    assert caplog.messages == [f"request {number(page)}: response {response} is not readable"]
    told = noor.keep(response, "a2", q_a2=CANARY)
    assert told.status_code == 409  # of those that end the script's tries: static/js/queue.js
    assert told.json == {"message": language("nl")("reflections.unreadable")}
    assert CANARY not in caplog.text


def test_a_page_that_worked_leaves_no_line_in_the_log(noor, caplog):
    with caplog.at_level(logging.INFO):
        response = noor.submitted(answers={"trots": CANARY})
        noor.see(f"/reflections/{response}/report")
    assert caplog.messages == []
