"""A moment closes once, and then its group is told what is about five people or more."""

import datetime as dt
import json
from fractions import Fraction
from inspect import get_annotations

import pytest

from reflect.disclosure import Change, Release
from reflect.questionnaire import measures
from reflect.records import releases
from reflect.records.groups import Moment
from reflect.reports.group import Since, Telling
from reflect.web import moments, picture
from tests.pages import Page
from tests.web.training import CANARY

HALF = Fraction(1, 2)
CLOSE = "Ja, sluit de meting"
TOO_FEW = "Zo blijft ieders antwoord van hemzelf."


@pytest.fixture
def group(training):
    return training.group(training.trainer())


@pytest.fixture
def moment(training, group):
    return training.moments(group)[0]


@pytest.fixture
def browser(training):
    training.trainer()
    return training.signed_in()


def state(training, moment):
    with training.house.database.reading() as db:
        return db.get_one(Moment, moment).state


def closed(browser, moment):
    return Page.at(browser, f"/moments/{moment}/close").send(CLOSE)


def test_closing_is_asked_first_and_cannot_be_undone(training, group, moment, browser):
    training.fill(group, moment, *[HALF] * 6)

    page = Page.at(browser, f"/groups/{group}").follow("Sluit deze meting")

    assert "niet terugdraaien" in page.text
    assert state(training, moment) == "open"
    page.send(CLOSE)
    assert state(training, moment) == "closed"
    assert Page.at(browser, f"/moments/{moment}/close").path == f"/moments/{moment}"


def test_four_submissions_close_nothing_and_the_next_try_waits_an_hour(
    training, group, moment, browser, clock
):
    training.fill(group, moment, *[HALF] * 4)

    page = closed(browser, moment)

    assert page.path == f"/moments/{moment}/close"
    assert page.heading == "Nog te weinig antwoorden"
    assert TOO_FEW in page.text
    assert "15:03" in page.text
    assert state(training, moment) == "open"
    clock.forward(minutes=14)
    page = Page.at(browser, f"/moments/{moment}/close")
    assert not page.html.select("main form")
    clock.forward(minutes=14)
    Page.at(browser, f"/moments/{moment}/close")
    clock.forward(minutes=14)
    Page.at(browser, f"/moments/{moment}/close")
    clock.forward(minutes=18)
    browser = training.signed_in()
    training.fill(group, moment, HALF)
    assert closed(browser, moment).path == f"/moments/{moment}"


def test_after_the_deadline_a_moment_closes_however_few_and_tells_nothing(training, clock):
    group = training.group(training.trainer(), deadline=dt.date(2026, 11, 22))
    moment = training.moments(group)[0]
    training.fill(group, moment, *[HALF] * 4)
    clock.forward(days=2)

    page = closed(training.signed_in(), moment)

    assert page.path == f"/moments/{moment}"
    assert TOO_FEW in page.text
    assert page.html.find("svg", {"role": "img"}) is None
    assert "Signalen opmerken en overwegen" in page.text  # withheld, by name


def test_six_submissions_give_the_picture_in_bars_sentences_and_a_table(
    training, group, moment, browser
):
    asked = [one.id for one in measures(training.questionnaire)]
    high = dict.fromkeys(asked, Fraction(3, 5)) | {"domain:kind": Fraction(0)}
    high |= {"domain:wegen": Fraction(1)}
    for number in range(6):
        given = dict(high)
        if number > 3:
            del given["domain:plan"]
        training.submit(group, moment, given)

    page = closed(browser, moment)

    assert page.path == f"/moments/{moment}"
    assert page.heading == "Groepsbeeld van Voorjaar"
    assert "Het gemiddelde van deze groep is 3,4 op een schaal van 1 tot 5." in page.text
    assert "Het gemiddelde van deze groep is hoogstens 1,4 op" in page.text
    assert "Het gemiddelde van deze groep is minstens 4,6 op" in page.text
    rows = {row.th.get_text(): row.get_text(" ") for row in page.html.select("tbody tr")}
    assert "3,4" in rows["Signalen opmerken en overwegen"]
    assert "5 tot en met 9 mensen" in rows["Signalen opmerken en overwegen"]
    assert "tot 10 (heel zeker)" in rows["Hoe zeker voel je je in het opmerken van signalen?"]
    assert "Veiligheidsplan maken, uitvoeren en volgen" not in rows
    drawing = page.html.find("svg", {"role": "img"}).get_text(" ")
    assert "hoogstens 1,4" in drawing
    assert "niet te zien" in drawing
    assert "geen toets" in page.text


def test_page_and_file_are_the_stored_release_and_nothing_else(training, group, moment, browser):
    training.fill(group, moment, *(Fraction(n, 7) for n in range(1, 7)))
    page = closed(browser, moment)
    with training.house.database.reading() as db:
        told = releases.of_moment(db, moment)

    answer = browser.get(f"/moments/{moment}/export/csv")

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    for figure in told["figures"]:
        value = figure["value"].replace(".", ",")
        assert value in page.text
        assert value in answer.text
    for place in (page.response.text, answer.text, json.dumps(told)):
        assert CANARY not in place
        assert "13:03" not in place


def test_what_shows_a_group_is_given_what_was_told_and_nothing_else():
    for function in (picture.draw, moments.filed):
        assert get_annotations(function)["telling"] is Telling
    assert set(get_annotations(Telling)) == {"release", "questionnaire", "t", "since", "late"}
    assert get_annotations(Since) == {"change": Change, "earlier": Release}


@pytest.mark.parametrize("kind", ["csv", "exe"])
def test_there_is_no_file_before_there_is_a_picture(browser, moment, kind):
    assert browser.get(f"/moments/{moment}/export/{kind}").status_code == 404


def test_a_format_that_is_none_does_not_exist(training, group, moment, browser):
    training.fill(group, moment, *[HALF] * 5)
    closed(browser, moment)

    assert browser.get(f"/moments/{moment}/export/exe").status_code == 404


def test_until_it_is_closed_a_moment_tells_nothing(training, group, browser):
    for moment in training.moments(group):
        page = Page.at(browser, f"/moments/{moment}")
        assert page.heading == "Er is nog geen groepsbeeld"


def test_a_moment_that_is_not_open_yet_cannot_be_closed(training, group, browser):
    later = training.moments(group)[1]

    assert browser.get(f"/moments/{later}/close").status_code == 404


def test_a_closing_that_was_interrupted_can_be_finished(training, group, moment, browser):
    training.fill(group, moment, *[HALF] * 5)
    with training.house.database.writing() as db:
        releases.freeze(db, moment, floor=5, at=training.house.clock())
        db.commit()
    assert state(training, moment) == "closing"
    assert "nog niet klaar" in Page.at(browser, f"/moments/{moment}").text

    page = Page.at(browser, f"/groups/{group}").follow("Maak het sluiten af").send("Maak het af")

    assert page.heading == "Groepsbeeld van Voorjaar"
    assert state(training, moment) == "closed"


def test_a_form_that_is_not_ours_closes_nothing(training, group, moment, browser):
    training.fill(group, moment, *[HALF] * 5)

    page = Page(browser, browser.post(f"/moments/{moment}/close", follow_redirects=True))

    assert "Druk nog een keer" in page.text
    assert state(training, moment) == "open"


def test_the_page_stays_what_it_was_when_somebody_is_late(training, group, moment, browser):
    training.fill(group, moment, *[HALF] * 5)
    closed(browser, moment)
    before = browser.get(f"/moments/{moment}").data

    training.fill(group, moment, Fraction(1))

    assert browser.get(f"/moments/{moment}").data == before


def test_the_page_speaks_english_to_who_asks_for_it(training, group, moment, browser):
    training.fill(group, moment, *[HALF] * 5)
    closed(browser, moment)

    page = Page(browser, browser.get(f"/moments/{moment}", headers={"Accept-Language": "en"}))

    assert "This group's average is 3.0 on a scale from 1 to 5." in page.text
