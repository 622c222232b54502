"""A session ends while somebody types: nothing is lost, and nothing is shown to anybody else."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
TYPED = "Dit typte ik toen de telefoon ging."


@pytest.fixture
def owner(world):
    """Somebody with a response that was begun."""
    someone = world.somebody()
    world.begin(someone.me)
    return someone


def type_past_the_end(world, device, clock, owner):
    """The sign-in page that comes when somebody saves after half an hour."""
    one = device()
    one.carry(world.session(owner.me))
    page = one.page
    page.goto(f"/reflections/{world.only_response(owner.me)}/signalen")
    clock.forward(minutes=31)
    page.locator("#q_a1").check()
    expect(page.locator(".saved")).to_contain_text("Je tekst staat hier nog.")
    page.locator("textarea").first.fill(TYPED)
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page.locator("main")).to_contain_text("Wat je net typte, is niet weg")
    assert TYPED not in page.content()
    return page


def sign_in(page, code: str) -> None:
    page.get_by_label("Persoonlijke code").fill(code)
    page.get_by_role("button", name="Ga verder").click()


def test_what_was_typed_comes_back_to_its_owner_and_is_kept(world, device, clock, owner):
    page = type_past_the_end(world, device, clock, owner)
    sign_in(page, "AAAAA-AAAAA-AAAAA-AAAAA")
    expect(page.get_by_role("alert")).to_be_visible()
    sign_in(page, owner.code)
    expect(page.locator("main")).to_contain_text("Dit had je nog getypt.")
    expect(page.locator("textarea").first).to_have_value(TYPED)
    expect(page.locator("#q_a1")).to_be_checked()
    kept = world.sheet(owner.me, world.only_response(owner.me)).values
    assert not kept
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page).to_have_url(re.compile("/wegen$"))
    kept = world.sheet(owner.me, world.only_response(owner.me)).values
    assert kept == {"a1": 1, "signalen-niet-lager": TYPED}


def test_what_was_typed_is_shown_to_nobody_else(world, device, clock, owner):
    page = type_past_the_end(world, device, clock, owner)
    other = world.somebody()
    sign_in(page, other.code)
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn reflecties")
    assert TYPED not in page.content()
    assert not world.sheet(owner.me, world.only_response(owner.me)).values
