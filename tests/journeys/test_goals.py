"""Goals on their way: set, put in a calendar, looked back on half a year later, and on paper."""

import re
import subprocess

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

WHAT, SECOND = "Elke week een moment om na te bellen.", "In elk gesprek eerst luisteren."
WHEN, WHOM = "als ik een dossier sluit", "mijn intervisiegroep"
CAME = "Dat lukte vaker dan ik dacht."
SAVE = "Bewaar mijn doelen"


@pytest.fixture
def owner(world):
    """Somebody who submitted a reflection."""
    someone = world.somebody()
    response = world.begin(someone.me)
    world.pretend(someone.me, response)
    world.finish(someone.me, response)
    return someone


def save(page) -> None:
    page.get_by_role("button", name=SAVE).locator("visible=true").click()


def set_two(page) -> None:
    """Two goals, the first with a day that has been: what is typed stays, and then it is right."""
    page.get_by_role("link", name="Schrijf mijn doelen op").click()
    page.get_by_label("Wat ga je doen?").first.fill(WHAT)
    page.get_by_label("Wanneer doe je dat?").first.fill(WHEN)
    page.get_by_label("Met wie?").first.fill(WHOM)
    page.get_by_label("Bij welk domein").first.select_option("signalen")
    page.get_by_label("Wanneer kijk je terug?").first.fill("2026-02-21")
    page.get_by_text("Nog een doel").first.click()
    page.get_by_label("Wat ga je doen?").nth(1).fill(SECOND)
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Kies een dag die nog komt.")
    expect(page.get_by_label("Wat ga je doen?").nth(1)).to_have_value(SECOND)
    page.get_by_label("Wanneer kijk je terug?").first.fill("2027-02-21")
    save(page)
    expect(page.get_by_role("status")).to_contain_text("Bewaard.")


def note(page) -> None:
    """The day stands in the calendar, and nothing that was written."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Zet het terugkijken in mijn agenda").click()
    written = waiting.value.path().read_bytes()
    (event,) = Calendar.from_ical(written).events
    assert event.start.isoformat() == "2027-02-21"
    assert not [text for text in (WHAT, SECOND, WHEN, WHOM) if text.encode() in written]


def printed(page) -> str:
    """The words of the PDF, as a reader outside finds them."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download als PDF").click()
    words = ["pdftotext", "-layout", str(waiting.value.path()), "-"]
    text = subprocess.run(words, capture_output=True, check=True, text=True).stdout  # noqa: S603 - our own words
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("scripted", [True, False])
def test_goals_are_set_noted_looked_back_on_and_printed(world, device, clock, owner, scripted):
    first = device(java_script_enabled=scripted)
    first.carry(world.session(owner.me))
    page = first.page
    page.goto(f"/reflections/{world.only_response(owner.me)}/report")
    set_two(page)
    note(page)
    page.get_by_role("link", name="Naar mijn verslag").first.click()
    assert all(text in printed(page) for text in (WHAT, WHEN, WHOM, SECOND, "21 februari 2027"))

    clock.forward(days=120)
    again = device(java_script_enabled=scripted)
    again.carry(world.session(owner.me))
    page = again.page
    page.goto("/reflections")
    expect(page.locator("main")).to_contain_text("Tijd om terug te kijken")
    second = world.begin(owner.me)
    world.finish(owner.me, second)
    page.goto(f"/reflections/{second}/goals")
    page.get_by_label("Wat werd ervan?").first.fill(CAME)
    save(page)
    page.get_by_role("link", name="Naar mijn verslag").first.click()
    told = printed(page)
    assert all(text in told for text in (WHAT, SECOND, CAME, "Wat werd er van je eerdere doelen?"))
