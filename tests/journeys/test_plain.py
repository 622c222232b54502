"""The whole way without JavaScript: what is sent by buttons is kept all the same."""

import re

import pytest
from playwright.sync_api import expect

from reflect.questionnaire import path

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
WORDS = "Zonder script ging het net zo goed."


def test_a_professional_reflects_without_javascript(world, device):
    trainer = world.trainer()
    code = world.join_code(trainer, world.group(trainer))
    page = device(java_script_enabled=False).page
    personal = join(page, code)
    me = world.known(personal)
    answered = fill_in(page, world.questionnaire)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nalezen en versturen")
    assert world.sheet(me, world.only_response(me)).values == answered
    page.get_by_role("button", name="Verstuur en lees mijn verslag").dblclick()
    expect(page).to_have_url(re.compile("/report$"))
    expect(page.locator("main")).to_contain_text(WORDS)
    page.get_by_label("Je naam in het bestand").fill("Sam")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download als PDF").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
    page.get_by_role("button", name="Uitloggen").click()
    page.goto("/reflections")
    expect(page).to_have_url(re.compile("/account/sign-in$"))


def join(page, code: str) -> str:
    page.goto("/")
    page.get_by_label("Groepscode").fill(code)
    page.get_by_role("button", name="Ga naar mijn groep").click()
    page.get_by_role("radio", name="Nee, alleen voor mijzelf").check()
    page.get_by_role("button", name="Doe mee").click()
    personal = page.locator("#personal-code").inner_text()
    page.get_by_role("button", name="Ik heb mijn code bewaard, ga verder").click()
    page.get_by_role("button", name="Begin").click()
    return personal


def fill_in(page, questionnaire) -> dict:
    """The last point of every scale, a wiped answer, and words at the end."""
    answered: dict = {}
    for step in path(questionnaire, "after", {}):
        asked = [each for each in step.questions if each.type == "scale"]
        for question in asked:
            top = questionnaire.scale_of(question).values[-1]
            page.locator(f"[name='q_{question.id}'][value='{top}']").check()
            answered[question.id] = top
        if step.section.id == "wegen":
            page.locator("#question-b6").get_by_role("button", name="Wis antwoord").click()
            expect(page.locator("[name=q_b6]:checked")).to_have_count(0)
            del answered["b6"]
        if step.section.id == "terugkijken":
            page.locator("[name=q_trots]").fill(WORDS)
            answered["trots"] = WORDS
        page.locator(".actions").get_by_role("button", name=re.compile("^Bewaar en")).click()
    return answered
