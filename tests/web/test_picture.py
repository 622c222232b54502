"""Members see the very picture that their trainer sees, and nobody else does."""

from fractions import Fraction

import pytest

from reflect.records import sessions
from tests.pages import Page

HALF = Fraction(1, 2)


@pytest.fixture
def moment(training):
    """A moment that six people filled in and that its trainer closed."""
    group = training.group(training.trainer())
    first = training.moments(group)[0]
    training.fill(group, first, *[HALF] * 6)
    Page.at(training.signed_in(), f"/moments/{first}/close").send("Ja, sluit de meting")
    return first


def a_browser_of(training, me):
    with training.house.database.writing() as db:
        at = training.house.clock()
        token = sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=at)
        db.commit()
    browser = training.app.test_client()
    browser.set_cookie("session", token, domain="127.0.0.1")
    return browser


def test_a_member_finds_the_picture_of_the_group_beside_the_reflection(training, moment):
    mine = Page.at(a_browser_of(training, training.members[0]), "/reflections")

    page = mine.follow("Bekijk het groepsbeeld")

    assert page.path == f"/group-pictures/{moment}"
    assert "Het gemiddelde van deze groep is 3,0 op een schaal van 1 tot 5." in page.text
    assert "Download als CSV" not in page.text
    trainers = Page.at(training.signed_in(), f"/moments/{moment}")
    figures = [cell.get_text() for cell in page.html.find_all("td")]
    assert figures == [cell.get_text() for cell in trainers.html.find_all("td")]


def test_who_is_not_in_the_group_finds_nothing(moment, noor):
    assert noor.see(f"/group-pictures/{moment}").status == 404


def test_before_closing_there_is_no_picture(training):
    group = training.group(training.trainer())
    first = training.moments(group)[0]
    training.fill(group, first, HALF)

    browser = a_browser_of(training, training.members[0])

    assert browser.get(f"/group-pictures/{first}").status_code == 404
    assert "Bekijk het groepsbeeld" not in Page.at(browser, "/reflections").text
