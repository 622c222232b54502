"""Members see the very picture that their trainer sees, and nobody else does."""

from fractions import Fraction

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings

from reflect.records import sessions
from reflect.reports.blocks import Figures
from reflect.reports.group import parts
from reflect.web import picture
from tests.pages import Page
from tests.reports.group.gathering import QUESTIONNAIRES, tellings

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


@settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(tellings(QUESTIONNAIRES[1:]))
def test_the_page_tells_what_its_parts_and_so_its_files_tell(app, telling):
    with app.test_request_context("/", headers={"Accept-Language": telling.t.code}):
        drawn = picture.draw(telling.release, earlier=telling.earlier, back=("/", "terug"))

    page = BeautifulSoup(drawn, "html.parser")
    rows = [
        [cell.get_text() for cell in row.find_all(["th", "td"])] for row in page.select("tbody tr")
    ]
    told = [list(row) for part in parts(telling) for block in part.blocks
            if isinstance(block, Figures) for row in block.rows]  # fmt: skip
    assert rows == told
    titles = [heading.get_text() for heading in page.select("section h2")]
    assert titles == [part.title for part in parts(telling)[1:]]


def test_a_second_moment_stands_beside_the_first(training):
    group = training.group(training.trainer())
    first, second = training.moments(group)
    browser = training.signed_in()
    training.fill(group, first, *[HALF] * 5)
    Page.at(browser, f"/moments/{first}/close").send("Ja, sluit de meting")
    Page.at(browser, f"/groups/{group}").send("Open deze meting")
    training.fill(group, second, *[HALF * Fraction(3, 2)] * 5)
    page = Page.at(browser, f"/moments/{second}/close").send("Ja, sluit de meting")

    assert page.path == f"/moments/{second}"
    assert "Sinds de eerste meting" in page.text
    assert "niet precies dezelfde mensen" in page.text
    cells = [cell.get_text() for cell in page.html.select("#change td")]
    assert cells[:3] == ["3,0", "4,0", "1,0 hoger"]
    assert "Sinds" not in Page.at(browser, f"/moments/{first}").text


def test_who_is_not_in_the_group_finds_nothing(moment, noor):
    assert noor.see(f"/group-pictures/{moment}").status == 404


def test_before_closing_there_is_no_picture(training):
    group = training.group(training.trainer())
    first = training.moments(group)[0]
    training.fill(group, first, HALF)

    browser = a_browser_of(training, training.members[0])

    assert browser.get(f"/group-pictures/{first}").status_code == 404
    assert "Bekijk het groepsbeeld" not in Page.at(browser, "/reflections").text
