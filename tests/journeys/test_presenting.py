"""A trainer with two groups over two moments: from making them to the screen in the room."""

import re

from playwright.sync_api import expect

from tests.journeys.test_trainer import EMAIL, people_reflect, sign_in

HEADING = {"level": 1}


def test_two_small_groups_become_one_and_are_shown_to_the_room_twice(world, device):
    world.trainer(EMAIL)
    page = device().page
    sign_in(world, page)
    first, second = (make_group(page, name) for name in ("Maandag", "Dinsdag"))
    people_reflect(world, first, 3)
    people_reflect(world, second, 3)

    combine(page, "Maandag", "Dinsdag")
    expect(page.locator("main")).to_contain_text("5 of meer ingevuld")
    close_and_present(page)
    assert "Sinds de eerste meting" not in page.locator("main").inner_text()

    page.goto("/groups")
    expect(page.locator("main")).to_contain_text("open de tweede meting als het zover is")
    page.get_by_role("link", name="Maandag").click()
    page.get_by_role("button", name="Open deze meting").click()
    people_come_back(world, first, 6)
    page.reload()
    close_and_present(page)
    expect(page.locator("main")).to_contain_text("Sinds de eerste meting")
    expect(page.locator("main")).to_contain_text("Niet precies dezelfde mensen")
    page.goto("/groups")
    expect(page.get_by_role("heading", name="Afgerond")).to_be_visible()


def make_group(page, name: str) -> str:
    """A group of two moments; the code to join it."""
    page.goto("/groups/new")
    page.get_by_label("Naam van de groep").fill(name)
    page.get_by_role("radio", name="Onveiligheid opheffen").check()
    page.get_by_label("Hoeveel deelnemers").fill("8")
    page.get_by_role("checkbox", name="Na de training").check()
    page.get_by_role("checkbox", name="Later, na drie").check()
    page.get_by_role("button", name="Maak de groep").click()
    expect(page.get_by_role("heading", **HEADING)).to_have_text(name)
    return page.locator("#join-code").inner_text()


def combine(page, name: str, other: str) -> None:
    page.goto("/groups")
    page.get_by_role("link", name=name).click()
    page.get_by_role("link", name="Voeg een andere groep bij deze").click()
    page.get_by_role("radio", name=other).check()
    page.get_by_role("button", name="Voeg de groepen samen").click()
    expect(page.get_by_role("status").first).to_contain_text("De groepen zijn samengevoegd")


def close_and_present(page) -> None:
    """Close the open moment, and go through all screens by their links, with the keyboard alone."""
    page.get_by_role("link", name="Sluit deze meting").click()
    page.get_by_role("button", name="Ja, sluit de meting").click()
    page.get_by_role("link", name="Laat het groepsbeeld zien in de zaal").click()
    count = page.locator("section.screen").count()
    page.locator("#screen-1").get_by_role("link", name="Volgende").focus()
    for number in range(2, count + 1):
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(f"#screen-{number}$"))
        expect(page.locator(f"#screen-{number}").get_by_role("heading")).to_be_in_viewport()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        name = "Klaar" if number == count else "Volgende"
        expect(page.locator(f"#screen-{number}").get_by_role("link", name=name)).to_be_focused()
    assert count > 10


def people_come_back(world, code: str, count: int) -> None:
    """So many others join and fill in the moment that is open now."""
    group = world.joined_by(code)
    _, moment = world.moments(group)
    for _ in range(count):
        someone = world.somebody(group)
        response = world.begin(someone.me, moment)
        world.pretend(someone.me, response)
        world.finish(someone.me, response)
