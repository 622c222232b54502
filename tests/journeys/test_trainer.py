"""A trainer's way: from signing in to what a group of six is told, and a group of four is not."""

import csv
import re
from decimal import Decimal
from io import StringIO

from playwright.sync_api import expect

from reflect.language import language
from reflect.records import releases
from tests.journeys.hands import enter

EMAIL = "trainer@example.org"
NUMBER = re.compile(r"\d+,\d")


def sign_in(world, page) -> None:
    enter(world, page, EMAIL)
    expect(page.get_by_role("heading", level=1)).to_have_text("Jouw groepen")


def make_group(page, name: str, size: int, phases=("Na de training",)) -> str:
    """A group, of one moment after the training or of several; the code to join it."""
    page.get_by_role("link", name=re.compile("Nieuwe groep|Maak je eerste groep")).click()
    page.get_by_label("Naam van de groep").fill(name)
    page.get_by_role("radio", name="Onveiligheid opheffen").check()
    page.get_by_label("Hoeveel deelnemers").fill(str(size))
    for phase in phases:
        page.get_by_role("checkbox", name=phase).check()
    page.get_by_role("button", name="Maak de groep").click()
    if size < 7:
        page.get_by_role("button", name="Maak deze groep toch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    return page.locator("#join-code").inner_text()


def people_reflect(world, code: str, count: int):
    """So many people join by the code, fill everything in and submit; who they are."""
    group = world.joined_by(code)
    people = [world.somebody(group).me for _ in range(count)]
    reflect(world, people, world.moments(group)[0])
    return people


def reflect(world, people, moment: str) -> None:
    """These people fill everything in at a moment, and submit."""
    for me in people:
        response = world.begin(me, moment)
        world.pretend(me, response)
        world.finish(me, response)


def close(page) -> None:
    page.reload()
    page.get_by_role("link", name="Sluit deze meting").click()
    expect(page.locator("main")).to_contain_text("Sluiten kun je niet terugdraaien.")
    page.get_by_role("button", name="Ja, sluit de meting").dblclick()


def test_six_people_make_a_picture_of_their_group_and_the_file_says_the_same(world, device):
    world.trainer(EMAIL)
    page = device().page
    sign_in(world, page)
    code = make_group(page, "Groep van zes", 6, ("Na de training", "Later"))
    people = people_reflect(world, code, 6)
    page.reload()
    expect(page.locator("main")).to_contain_text("5 of meer ingevuld")
    close(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Groepsbeeld van Groep van zes")
    shown = on_the_page(page)
    assert len(shown) >= len(world.questionnaire.domains)
    page.get_by_text("Voor een rekenblad of een ander programma").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download de tabel (CSV)").click()
    assert in_the_file(waiting.value.path().read_text("utf-8-sig")) == shown
    assert not re.search(r"\b6 (mensen|deelnemers)\b", page.locator("main").inner_text())
    page.get_by_role("link", name="Terug naar de groep").click()
    page.get_by_role("button", name="Open deze meting").click()
    group = world.joined_by(code)
    second = world.moments(group)[1]
    reflect(world, people, second)
    close(page)
    the_change_is_the_stored_one(world, page, group)


def the_change_is_the_stored_one(world, page, group: str) -> None:
    """The page tells each shift that was stored, over the same people."""
    expect(page.locator("#change-1 h2")).to_have_text("Sinds de eerste meting")
    with world.house.database.reading() as db:
        (stored,) = releases.changes(db, group)
    t, rows = language("nl"), page.locator("#change-1 tbody tr")
    expect(page.locator("#change-1")).to_contain_text("dezelfde mensen, beide keren")
    gaps = [rows.nth(at).locator("td").nth(2).inner_text() for at in range(rows.count())]
    shifts = [Decimal(one["value"]) for one in stored["shifts"]]
    told = [t.number(abs(shift)) if shift else "gelijk" for shift in shifts]
    assert [gap.split()[0] for gap in gaps if gap != "niet te zeggen"] == told
    assert all(one["same_people"] for one in stored["shifts"])


def on_the_page(page) -> dict[str, tuple[str, str]]:
    """What the tables tell: measure -> its number, and whether it is a bound."""
    rows = page.locator("main tbody tr")
    told = [rows.nth(at).locator("th, td").all_inner_texts() for at in range(rows.count())]
    return {title: figure(value) for title, value, *_ in told}


def in_the_file(text: str) -> dict[str, tuple[str, str]]:
    """What the CSV tells of what is told at all."""
    rows = list(csv.DictReader(StringIO(text), delimiter=";"))
    return {
        row["onderwerp"]: figure(f"{row['grens']} {row['gemiddelde']}")
        for row in rows
        if not row["waarom niet getoond"]
    }


def figure(words: str) -> tuple[str, str]:
    """The number in it, and the word before it."""
    (number,) = NUMBER.findall(words)
    return words.replace(number, "").strip(), number


def test_four_people_are_told_of_to_nobody(world, device):
    world.trainer(EMAIL)
    page = device().page
    sign_in(world, page)
    code = make_group(page, "Groep van vier", 12)
    people_reflect(world, code, 4)
    close(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Nog te weinig antwoorden")
    expect(page.locator("main")).to_contain_text("Zo blijft ieders antwoord van hemzelf.")
    assert not NUMBER.search(page.locator("main").inner_text())
    moment = re.search("/moments/[^/]+", page.url)[0]
    page.goto(moment)
    expect(page.get_by_role("heading", level=1)).to_have_text("Er is nog geen groepsbeeld")
    export = page.request.get(f"{moment}/export/csv")
    assert export.status == 404
