"""The whole way by keyboard alone, with the focus in sight."""

import re

import pytest
from playwright.sync_api import expect

from reflect.questionnaire import path
from tests.journeys.keys import Keys
from tests.web.training import PASSWORD

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_a_professional_reflects_by_keyboard(world, device):
    trainer = world.trainer()
    code = world.join_code(trainer, world.group(trainer))
    page = device().page
    keys = Keys(page)
    me = world.known(join(keys, code))
    keys.on("Begin")
    for step in path(world.questionnaire, "after", {}):
        fill_in(keys, step)
        keys.on("Bewaar en")
    keys.on("Verstuur en lees mijn verslag")
    expect(page).to_have_url(re.compile("/report$"))
    kept = world.sheet(me, world.only_response(me)).values
    assert (kept["a1"], kept["a2"], kept["casus-1-cijfer"]) == (3, 3, 2)
    assert kept["trots"] == "Ik bleef rustig."
    keys.to(name="name")
    keys.write("Robin")
    keys.to("Download als PDF")
    with page.expect_download():
        keys.press("Enter")
    keys.on("Uitloggen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jouw spiegel, geen toets")


def join(keys: Keys, code: str) -> str:
    """From the start page to the list; a choice that was forgotten gets the focus."""
    page = keys.page
    page.goto("/")
    keys.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    keys.to("Groepscode")
    keys.write(code)
    with page.expect_navigation():
        keys.press("Enter")
    keys.on("Doe mee")
    expect(page.locator("#errors")).to_be_focused()
    keys.to("Kies of je antwoorden meetellen")
    keys.press("Enter")
    keys.to(name="counts")
    keys.press("Space")
    keys.on("Doe mee")
    personal = page.locator("#personal-code").inner_text()
    keys.on("Ik heb mijn code bewaard")
    return personal


def fill_in(keys: Keys, step) -> None:
    """The third point of every scale, and a few words; one answer is wiped."""
    for question in step.questions[:3]:
        if question.type == "scale":
            keys.to(name=f"q_{question.id}")
            for key in ("Space", "ArrowRight", "ArrowDown"):
                keys.press(key)
    if step.section.id == "wegen":
        keys.to("Wis antwoord")
        keys.press("Enter")
        expect(keys.page.locator("[name=q_b3]:checked")).to_have_count(0)
    if step.section.id == "terugkijken":
        keys.to(name="q_trots")
        keys.write("Ik bleef rustig.")


def sign_in(keys, world) -> None:
    """A password, and a code."""
    keys.page.goto("/staff/sign-in")
    keys.to("E-mailadres")
    keys.write("trainer@example.org")
    for label, words in (("Wachtwoord", PASSWORD), ("Code uit je authenticator", world.code())):
        keys.to(label)
        keys.write(words)
        with keys.page.expect_navigation():
            keys.press("Enter")


def test_a_trainer_makes_a_group_by_keyboard(world, device):
    world.trainer()
    page = device().page
    keys = Keys(page)
    sign_in(keys, world)
    keys.on("Maak je eerste groep")
    keys.to("Naam van de groep")
    keys.write("Avondgroep")
    keys.to(name="questionnaire")
    keys.press("Space")
    keys.to("Hoeveel deelnemers")
    keys.write("9")
    keys.to(name="after")
    keys.press("Space")
    keys.on("Maak de groep")
    expect(page.get_by_role("heading", level=1)).to_have_text("Avondgroep")
    keys.on("Sluit deze meting")
    keys.on("Nog niet")
