"""Coming back: somebody fills in once more, and sees both times beside each other."""

import pytest
from playwright.sync_api import expect

from tests.journeys.hands import go_on, paper
from tests.web.returning import JULY, MAY, next_version, submitted_on

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
LOW, HALF = ({f"a{n}": point for n in range(1, 6)} for point in (2, 3))
TABLE = "Sinds je eerste meting", "Sinds je vorige meting"


@pytest.fixture
def someone(world):
    """Who reflected in May."""
    someone = world.somebody()
    submitted_on(world.house, someone.me, MAY, LOW, phase="before", of=world.questionnaire)
    return someone


def there(world, device, someone):
    """The tab of somebody who is signed in."""
    own = device()
    own.carry(world.session(someone.me))
    return own.page


def fill_in(page, choice: str) -> None:
    """Once more on one's own: the first section, and past the rest."""
    page.goto("/start/onveiligheid-opheffen")
    page.get_by_role("button", name="Begin voor mijzelf").click()
    page.get_by_role("link", name="Ga verder").click()
    for number in range(1, 6):
        page.locator(f"#question-a{number}").get_by_role("radio", name=choice).click()
    while page.get_by_role("button", name="Bewaar en lees na").count() == 0:
        go_on(page)
    go_on(page, "Bewaar en lees na")
    page.get_by_role("button", name="Verstuur en lees mijn verslag").click()


def first_row(page, title: str) -> list[str]:
    row = page.get_by_role("table", name=title).locator("tbody tr").first
    return row.locator("th, td").all_inner_texts()


def test_the_second_time_is_laid_beside_the_first(world, device, someone):
    page = there(world, device, someone)
    fill_in(page, "vaak")
    part = page.locator("#change")
    expect(part.get_by_role("heading", level=2)).to_have_text("Verandering")
    expect(part.get_by_role("img")).to_have_accessible_name("Van je eerste meting naar nu")
    row = ["Signalen opmerken en overwegen", "2,4", "3,6", "duidelijk hoger (vuistregel)"]
    assert first_row(page, TABLE[0]) == row
    page.goto("/reflections")
    page.get_by_role("link", name="Vergelijk je metingen").click()
    assert first_row(page, TABLE[0]) == row


def test_the_third_time_is_laid_beside_the_first_and_the_second(world, device, someone):
    newer = next_version(world.questionnaire)
    submitted_on(world.house, someone.me, JULY, HALF, of=newer)
    page = there(world, device, someone)
    fill_in(page, "vaak")
    assert first_row(page, TABLE[0])[1:3] == ["2,4", "3,6"]
    assert first_row(page, TABLE[1])[1:3] == ["3,0", "3,5"]
    expect(page.get_by_text("De vragenlijst is tussen je metingen veranderd.")).to_be_visible()
    told = paper(page, "Download als PDF", "Je naam", "Noor")
    assert "3e meting: 21 november 2026" in told
