"""What was typed without a connection is not lost: it waits on the device, sealed for its owner."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.hands import pick

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
STORED = "Object.entries(localStorage).flat().join(' ')"
SENTENCES = ("Ik keek eerst. ", "Toen vroeg ik door. ", "En ik zei wat ik zag. ")
WHOLE = "".join(SENTENCES).strip()
OFFLINE = "Geen verbinding."


@pytest.fixture
def owner(world):
    """Somebody with a response that was begun."""
    someone = world.somebody()
    world.begin(someone.me)
    return someone


def at_section(world, one, someone, name="signalen"):
    """A page of their response on a device, signed in."""
    one.carry(world.session(someone.me))
    one.page.goto(f"/reflections/{world.only_response(someone.me)}/{name}")
    return one.page


def kept(world, someone):
    return world.sheet(someone.me, world.only_response(someone.me)).values


def type_for_ten_minutes(page):
    """Sentence after sentence, and a choice, while there is no connection."""
    page.context.set_offline(True)
    for sentence in SENTENCES:
        page.locator("#q_signalen-hoger").press_sequentially(sentence)
        page.clock.run_for(200_000)
    pick(page, "Hoe zeker voel je je in het opmerken van signalen?", "7")
    expect(page.locator(".saved")).to_contain_text(OFFLINE)


def left_behind(world, one, owner):
    """The device, online again, after its tab died with ten minutes of typing in it."""
    one.page.clock.install()
    type_for_ten_minutes(at_section(world, one, owner))
    one.page.close()
    one.context.set_offline(False)
    return one


def test_ten_minutes_without_a_connection_lose_nothing(world, device, owner):
    one = device()
    one.page.clock.install()
    page = at_section(world, one, owner)
    type_for_ten_minutes(page)
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page.locator("#q_signalen-hoger")).to_have_value("".join(SENTENCES))  # it stays
    assert kept(world, owner) == {}
    stored = page.evaluate(STORED)
    assert "unsent" in stored
    assert "Ik keek" not in stored
    page.context.set_offline(False)
    expect(page.locator(".saved")).to_have_text("Bewaard om 14:03")
    assert kept(world, owner) == {"signalen-hoger": WHOLE, "zeker-signalen": 7}
    assert page.evaluate(STORED) == ""


def test_what_a_tab_that_died_had_not_sent_comes_back_and_is_kept(world, device, owner):
    one = left_behind(world, device(), owner)

    one.page = one.context.new_page()
    page = at_section(world, one, owner)
    expect(page.get_by_text("Het staat er weer")).to_be_visible()
    expect(page.locator("#q_signalen-hoger")).to_have_value("".join(SENTENCES))
    expect(page.locator(".saved")).to_have_text("Bewaard om 14:03")
    assert kept(world, owner) == {"signalen-hoger": WHOLE, "zeker-signalen": 7}
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page).to_have_url(re.compile("/wegen$"))
    assert page.evaluate(STORED) == ""


def test_what_was_changed_elsewhere_meanwhile_is_not_overwritten(world, device, owner):
    one = left_behind(world, device(), owner)
    world.answer(owner.me, world.only_response(owner.me), {"signalen-hoger": "Van de telefoon."})

    one.page = one.context.new_page()
    page = at_section(world, one, owner)
    expect(page.locator(".saved")).to_contain_text("ergens anders veranderd")
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page.locator("#q_signalen-hoger-error")).to_contain_text("Van de telefoon.")
    expect(page.locator("#q_signalen-hoger")).to_have_value("".join(SENTENCES))
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page).to_have_url(re.compile("/wegen$"))
    assert kept(world, owner)["signalen-hoger"] == WHOLE
    assert page.evaluate(STORED) == ""


def test_before_submitting_what_was_left_of_another_section_is_sent(world, device, owner):
    one = left_behind(world, device(), owner)

    one.page = one.context.new_page()
    page = at_section(world, one, owner, "review")
    expect(page.get_by_text("is nu bewaard")).to_be_visible()
    assert page.evaluate(STORED) == ""
    assert kept(world, owner) == {"signalen-hoger": WHOLE, "zeker-signalen": 7}


def test_nobody_else_on_that_device_reads_it_and_signing_out_takes_it_away(world, device, owner):
    one, other = device(), world.somebody()
    one.page.clock.install()
    type_for_ten_minutes(at_section(world, one, owner))
    one.page.close()
    one.context.set_offline(False)

    world.begin(other.me)
    one.page = one.context.new_page()
    page = at_section(world, one, other)
    pick(page, "Hoe zeker voel je je in het opmerken van signalen?", "3")
    expect(page.locator(".saved")).to_have_text("Bewaard om 14:03")
    expect(page.locator("#q_signalen-hoger")).to_have_value("")
    assert "unsent" in page.evaluate(STORED)  # its owner may still come back
    page.get_by_role("button", name="Uitloggen").click()
    expect(page).to_have_url(re.compile(r"/\?said=signed_out$"))
    assert page.evaluate(STORED) == ""
    assert kept(world, owner) == {}


@pytest.mark.parametrize("script", [True, False])
def test_more_than_fits_is_refused_and_still_there_when_one_goes_back(world, device, owner, script):
    one = device(java_script_enabled=script)
    page = at_section(world, one, owner)
    page.locator("#q_signalen-hoger").fill("lang " * 60_000)
    if script:
        expect(page.locator(".saved")).to_contain_text("te lang, en nog niet bewaard")
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit is te veel tekst")

    page.go_back()

    expect(page.locator("#q_signalen-hoger")).to_have_value("lang " * 60_000)
    page.locator("#q_signalen-hoger").fill("Kort.")
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page).to_have_url(re.compile("/wegen$"))
    assert kept(world, owner) == {"signalen-hoger": "Kort."}
