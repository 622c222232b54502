"""Members see the very picture that their trainer sees, and nobody else does."""

from fractions import Fraction

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings

from reflect.questionnaire import measures
from reflect.records import releases
from reflect.records.groups import Moment
from reflect.records.releases import Night
from reflect.reports.blocks import Figures
from reflect.reports.group import parts
from reflect.web import picture
from tests.pages import Page
from tests.reports.group.gathering import QUESTIONNAIRES, tellings
from tests.web.members import a_browser_of

HALF = Fraction(1, 2)


@pytest.fixture
def moment(training):
    """A moment that six people filled in and that its trainer closed."""
    group = training.group(training.trainer())
    first = training.moments(group)[0]
    training.fill(group, first, *[HALF] * 6)
    Page.at(training.signed_in(), f"/moments/{first}/close").send("Ja, sluit de meting")
    return first


def group_of(training, moment):
    with training.house.database.reading() as db:
        return db.get_one(Moment, moment).group_id


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
        drawn = picture.draw(telling, back=("/", "terug"))

    page = BeautifulSoup(drawn, "html.parser")
    rows = [
        [cell.get_text() for cell in row.find_all(["th", "td"])] for row in page.select("tbody tr")
    ]
    told = [list(row) for part in parts(telling) for block in part.blocks
            if isinstance(block, Figures) for row in block.rows]  # fmt: skip
    assert rows == told
    titles = [heading.get_text() for heading in page.select("section h2")]
    assert titles == [part.title for part in parts(telling)[1:]]


def test_the_change_of_those_who_were_there_both_times_is_the_stored_one(training, moment):
    group, browser = group_of(training, moment), training.signed_in()
    second = training.moments(group)[1]
    Page.at(browser, f"/groups/{group}").send("Open deze meting")
    asked = [one.id for one in measures(training.questionnaire)]
    for me in training.members:
        training.again(me, second, dict.fromkeys(asked, HALF * Fraction(3, 2)))
    page = Page.at(browser, f"/moments/{second}/close").send("Ja, sluit de meting")

    cells = [cell.get_text() for cell in page.html.select("#change-1 td")]
    assert cells[:3] == ["3,0", "4,0", "1,0\u00a0hoger"]
    assert "Toen en nu: dezelfde mensen, beide keren" in page.text
    assert "#change-1" in [link["href"] for link in page.html.select("nav.contents a")]
    theirs = Page.at(a_browser_of(training, training.members[0]), f"/group-pictures/{second}")
    assert cells == [cell.get_text() for cell in theirs.html.select("#change-1 td")]
    assert "Sinds" not in Page.at(browser, f"/moments/{moment}").text


def test_who_came_late_is_shown_apart_to_trainer_and_members_once_they_are_enough(training, moment):
    group, browser = group_of(training, moment), training.signed_in()
    house = training.house
    before = browser.get(f"/moments/{moment}").data
    night = Night(house.database, house.ring, 5, house.clock().date())
    training.fill(group, moment, *[HALF * Fraction(3, 2)] * 4)
    releases.tell(night)
    assert browser.get(f"/moments/{moment}").data == before

    training.fill(group, moment, HALF * Fraction(3, 2))
    releases.tell(night)

    member = a_browser_of(training, training.members[0])
    for page in (
        Page.at(browser, f"/moments/{moment}"),
        Page.at(member, f"/group-pictures/{moment}"),
    ):
        assert "Later ingevuld: een eigen groepsbeeld" in page.text
        assert {row.td.get_text() for row in page.html.select("#domains tbody tr")} == {"3,0"}
        late = page.html.select("#late-1 tbody tr")
        assert {row.td.get_text() for row in late} >= {"4,0"}
    assert "Later ingevuld" in Page.at(browser, f"/moments/{moment}/present").text
    export = browser.get(f"/moments/{moment}/export/csv").text.splitlines()
    assert {line.split(";")[7] for line in export[1:]} == {"1", "2"}


def test_who_is_not_in_the_group_finds_nothing(moment, noor):
    assert noor.see(f"/group-pictures/{moment}").status == 404


def test_before_closing_there_is_no_picture(training):
    group = training.group(training.trainer())
    first = training.moments(group)[0]
    training.fill(group, first, HALF)

    browser = a_browser_of(training, training.members[0])

    assert browser.get(f"/group-pictures/{first}").status_code == 404
    assert "Bekijk het groepsbeeld" not in Page.at(browser, "/reflections").text
