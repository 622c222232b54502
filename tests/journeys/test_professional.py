"""A professional's way: from the group's code to a report on paper, over two devices."""

import re

import pytest
from playwright.sync_api import expect

from reflect.language import language
from reflect.questionnaire import mean, score
from tests.journeys.hands import go_on, is_kept, paper, pick

ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
SEEN, HIGHER = "Ik keek naar het hele gezin.", "Dan vraag ik eerder wat ik nog niet weet."
MOMENT = "Een avond waarop ik eerst luisterde."


@pytest.fixture
def code(world):
    """The code of a group that is open after the training."""
    trainer = world.trainer()
    group = world.group(trainer, phases=("after",), name="SAVE-training Utrecht")
    world.somebody(group)
    return world.join_code(trainer, group)


def join(page, code: str) -> str:
    """From the start page to the list of reflections; the personal code."""
    page.goto("/")
    page.get_by_label("Groepscode").fill(code.lower())
    page.get_by_role("button", name="Ga naar mijn groep").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("SAVE-training Utrecht")
    expect(page.get_by_text("Je werkgever heeft hier geen account.")).to_be_visible()
    expect(page.get_by_text("Tot nu toe deed één persoon mee met deze groep.")).to_be_visible()
    page.get_by_role("button", name="Doe mee").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_text("Ja, mijn antwoorden tellen mee").click()
    page.get_by_role("button", name="Doe mee").click()
    personal = page.locator("#personal-code").inner_text()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bewaar als bestand").click()
    assert waiting.value.path().read_text().strip() == personal
    page.get_by_role("button", name="Ik heb mijn code bewaard, ga verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn reflecties")
    return personal


def fill_in_first_section(page) -> None:
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Signalen")
    for number in range(1, 6):
        page.locator(f"#question-a{number}").get_by_role("radio", name="vaak").click()
    pick(page, "Hoe zeker voel je je in het opmerken van signalen?", "7")
    expect(page.locator(".saved")).to_have_text("Bewaard om 14:03")
    page.get_by_label("wat maakt dat het geen lager cijfer is?").fill(SEEN)
    with page.expect_response(lambda answer: is_kept(answer, HIGHER)):
        page.get_by_label("hoe ziet één punt hoger er in je werk uit?").press_sequentially(HIGHER)
    expect(page.locator(".saved")).to_have_text("Bewaard om 14:03")


def to_review(page) -> None:
    """Past everything that is left, which nobody has to answer."""
    while page.get_by_role("button", name="Bewaar en lees na").count() == 0:
        go_on(page)
    page.locator("textarea[name=q_situatie]").fill(MOMENT)
    go_on(page, "Bewaar en lees na")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nalezen en versturen")


@ON_SQLITE
def test_what_is_typed_is_kept_on_the_way_and_found_again(world, device, code):
    page = device().page
    personal = join(page, code)
    fill_in_first_section(page)
    page.reload()
    expect(page.locator("textarea[name=q_signalen-hoger]")).to_have_value(HIGHER)
    me = world.known(personal)
    kept = world.sheet(me, world.only_response(me)).values
    assert kept["signalen-hoger"] == HIGHER
    assert kept["signalen-niet-lager"] == SEEN
    assert [kept[f"a{number}"] for number in range(1, 6)] == [4] * 5


def test_a_professional_reflects_on_two_devices_and_takes_a_report_along(world, device, code):
    first = device().page
    personal = join(first, code)
    fill_in_first_section(first)
    go_on(first)
    expect(first.get_by_role("heading", level=1)).to_have_text("Wegen")

    second = device().page
    resume(second, personal)
    pick(second, "Ik bepaal eerst of een kind nu direct gevaar loopt", "soms")
    pick(second, "Ik gebruik een vast instrument", "(bijna) altijd")
    go_on(second)

    pick_between(first)

    second.bring_to_front()
    to_review(second)
    second.get_by_role("button", name="Verstuur en lees mijn verslag").dblclick()
    expect(second).to_have_url(re.compile("/report$"))
    me = world.known(personal)
    sheet = world.sheet(me, world.only_response(me))
    assert sheet.is_submitted
    assert (sheet.values["b1"], sheet.values["b2"]) == (2, 5)

    t = language("nl")
    profile = score(world.questionnaire, "after", sheet.values)
    mark = t.number(mean(profile.scores[0].score))
    expect(second.locator("main")).to_contain_text(mark)
    words = paper(second, "Download als PDF", "Je naam in het bestand", "Noor de Wit")
    for wanted in ("Noor de Wit", mark, SEEN, HIGHER, MOMENT):
        assert wanted in words, wanted


def resume(page, personal: str) -> None:
    page.goto("/")
    page.get_by_role("link", name="Verder met mijn code").click()
    page.get_by_label("Persoonlijke code").fill(personal.replace("-", " ").lower())
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_role("link", name="Ga verder").click()


def pick_between(page) -> None:
    """A tab from before: both answers are shown once, and the person picks."""
    pick(page, "Ik bepaal eerst of een kind nu direct gevaar loopt", "zelden")
    expect(page.locator(".saved")).to_contain_text("ergens anders veranderd")
    go_on(page)
    error = page.locator("#q_b1-error")
    expect(error).to_contain_text("Daar staat nu: soms.")
    expect(page.locator("[name=q_b1][value='2']")).to_be_checked()
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Het kind")


@ON_SQLITE
def test_somebody_reflects_alone_in_english(world, device):
    page = device(locale="en-GB").page
    page.goto("/start/onveiligheid-opheffen")
    page.get_by_role("button", name="Begin for myself").click()
    me = world.known(page.locator("#personal-code").inner_text())
    page.get_by_role("button", name="I have saved my code, continue").click()
    page.get_by_role("link", name="Continue").click()
    pick(page, "behaviour stands out, I ask myself", "often")
    expect(page.locator(".saved")).to_have_text("Saved at 14:03")
    page.get_by_label("what would one point higher look like").fill(HIGHER)
    while page.get_by_role("button", name="Save and review").count() == 0:
        go_on(page, "Save and continue")
    go_on(page, "Save and review")
    page.get_by_role("button", name="Submit and read my report").click()
    expect(page).to_have_url(re.compile("/report$"))
    words = paper(page, "Download as PDF", "Your name in the file", "Sam Brook")
    assert "Sam Brook" in words
    assert HIGHER in words
    assert world.sheet(me, world.only_response(me)).values == {"a1": 4, "signalen-hoger": HIGHER}
