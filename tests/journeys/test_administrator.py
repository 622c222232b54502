"""An administrator's way: a faulty file, a right one, what differs, and then a trainer's choice."""

import json
import re

from playwright.sync_api import expect

from tests.journeys.hands import enter, pick
from tests.web.importing import ADMINISTRATOR, TITLE, a_definition


def sign_in(world, page, email: str, heading: str) -> None:
    enter(world, page, email)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def choose(page, definition) -> None:
    body = json.dumps(definition, indent=2).encode()
    file = {"name": "gesprek.json", "mimeType": "application/json", "buffer": body}
    page.get_by_label("Bestand").set_input_files(file)
    page.get_by_role("button", name="Kijk het na").click()


def see_its_faults(page) -> None:
    page.get_by_role("link", name="Importeer een vragenlijst").click()
    choose(page, a_definition() | {"minuts": 5})
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit bestand kan nog niet")
    expect(page.locator("main")).to_contain_text("no such key")
    expect(page.locator("pre.quote mark")).to_have_text('"minuts"')


def compare_and_try_out(page) -> None:
    page.get_by_role("link", name="Importeer een vragenlijst").click()
    choose(page, a_definition(2, text="Ik liet stilte vallen."))
    expect(page.locator("main")).to_contain_text("Vergeleken met versie 1.")
    expect(page.locator("main").get_by_text("Ik liet stiltes vallen.")).to_be_visible()
    page.get_by_role("link", name="Bekijk een voorbeeld").click()
    page.get_by_role("button", name="Begin het voorbeeld").click()
    pick(page, "Ik liet stilte vallen.", "punt 4")
    page.get_by_role("link", name="Stop met het voorbeeld").click()


def choose_it_for_a_group(page) -> None:
    page.get_by_role("link", name=re.compile("eerste groep")).click()
    expect(page.get_by_role("link", name=f"{TITLE} (opent")).to_have_attribute("target", "_blank")
    page.get_by_label("Naam van de groep").fill("Voorjaar")
    page.get_by_role("radio", name=TITLE).check()
    page.get_by_label("Hoeveel deelnemers").fill("12")
    page.get_by_role("checkbox", name="Na de training").check()
    page.get_by_role("button", name="Maak de groep").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Voorjaar")
    expect(page.locator("main")).to_contain_text(TITLE)


def test_a_questionnaire_comes_from_a_file_to_a_group(world, device):
    world.trainer(ADMINISTRATOR, role="administrator")
    world.trainer("trainer@example.org")
    page = device(viewport={"width": 390, "height": 844}).page
    main = page.locator("main")

    sign_in(world, page, ADMINISTRATOR, "Beheer")
    main.get_by_role("link", name="Vragenlijsten").click()
    see_its_faults(page)
    choose(page, a_definition())
    expect(main).to_contain_text("Dit is de eerste versie")
    page.get_by_role("button", name="Publiceren").dblclick()
    expect(main).to_contain_text("De vragenlijst is gepubliceerd.")

    compare_and_try_out(page)
    page.get_by_role("button", name="Publiceren").click()
    expect(main).to_contain_text("versie 2")
    page.get_by_role("button", name="Uitloggen").click()

    sign_in(world, page, "trainer@example.org", "Jouw groepen")
    choose_it_for_a_group(page)
