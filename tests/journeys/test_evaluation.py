"""An evaluation's way: opened, filled in by members on their phones, closed, and told to all."""

import pytest
from playwright.sync_api import expect

from tests.journeys import opinions
from tests.journeys.hands import pick

GRADE, SAFE = "Welk rapportcijfer geef je deze training?", "De trainer maakte het veilig"
TITLE = "Wat de groep van de training vond"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.fixture
def trainer(world, device):
    """The page of a trainer, and the group."""
    holder = world.trainer()
    group = world.group(holder, phases=("after",), name="SAVE-training")
    trainers = device()
    trainers.carry(world.staff_session(holder))
    trainers.page.goto(f"/groups/{group}")
    trainers.page.get_by_role("button", name="Open: Evaluatie van de training").click()
    expect(trainers.page.locator("main")).to_contain_text("Open, minder dan 5 ingevuld.")
    return trainers.page, group


def member(world, device, group, **wishes):
    """The phone of a new member, who signed in."""
    phone = device(**PHONE | wishes)
    phone.carry(world.session(world.somebody(group).me))
    phone.page.goto("/reflections")
    return phone.page


def wave_of(page) -> str:
    return page.url.rstrip("/").split("/")[-1].partition("?")[0]


def close(page) -> None:
    page.reload()
    page.get_by_role("link", name="Sluit de evaluatie").click()
    page.get_by_role("button", name="Ja, sluit de evaluatie").dblclick()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("De evaluatie sluiten?")


def send(page) -> None:
    page.get_by_role("button", name="Verstuur mijn mening").click()


def fill_in(page) -> None:
    """Two answers, of which one is wiped and then given otherwise."""
    pick(page, GRADE, "8")
    pick(page, SAFE, "eens")
    page.locator("#question-veilig").get_by_role("button").click()
    expect(page.locator("#question-cijfer").get_by_role("radio", checked=True)).to_have_count(1)
    expect(page.locator("#question-veilig").get_by_role("radio", checked=True)).to_have_count(0)
    pick(page, SAFE, "n.v.t.")


@pytest.mark.parametrize("scripts", [True, False], ids=["", "without scripts"])
def test_five_members_are_told_of_and_nobody_twice(world, device, trainer, scripts):
    trainers, group = trainer
    page = member(world, device, group, java_script_enabled=scripts)
    page.get_by_role("link", name="Geef je mening").click()
    wave, late = wave_of(page), page.context.new_page()
    late.goto(page.url)
    fill_in(page)
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel voor je mening")
    pick(late, GRADE, "2")
    send(late)
    expect(late.get_by_role("status")).to_contain_text("Je had deze evaluatie al ingevuld.")
    opinions.opine(world, group, wave, 4)
    close(trainers)

    page.goto("/reflections")
    page.get_by_role("link", name="Bekijk wat de groep vond").click()
    for told in (trainers, page):
        expect(told.get_by_role("heading", level=1)).to_have_text(TITLE)
        expect(told.locator("main")).to_contain_text("7,2")  # (8 + 4 * 7) / 5
    withheld = trainers.get_by_role("heading", name="Wat je niet ziet, en waarom").locator("..")
    expect(withheld).to_contain_text(SAFE)  # four answers and one n.v.t.


def test_of_four_nothing_is_told_to_anybody(world, device, trainer):
    trainers, group = trainer
    page = member(world, device, group)
    page.get_by_role("link", name="Geef je mening").click()
    opinions.opine(world, group, wave_of(page), 3)
    page.keyboard.press("Tab")
    page.get_by_role("radio", name="8", exact=True).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Er is nog niets verstuurd.")
    page.locator(".actions").get_by_role("button", name="Verstuur mijn mening").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel voor je mening")

    close(trainers)

    expect(trainers.get_by_role("heading", level=1)).to_have_text("Nog te weinig antwoorden")
    expect(trainers.locator("main")).to_contain_text("De evaluatie blijft open.")
    page.goto("/reflections")
    expect(page.get_by_text("Bekijk wat de groep vond")).to_have_count(0)
