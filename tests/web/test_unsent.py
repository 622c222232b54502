"""The key of what is unsent: its owner's, one for each response, and on no page of anybody else."""

import pytest

from tests.pages import Page
from tests.web.reflecting import somebody

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def key_on(page: Page) -> str:
    (form,) = page.html.select("form[data-key]")
    return form["data-key"]


def test_each_page_of_a_response_has_its_key_and_another_response_another(noor):
    first, second = noor.draft(), noor.draft("before")
    key = key_on(noor.see(f"/reflections/{first}/signalen"))
    assert key_on(noor.see(f"/reflections/{first}/wegen")) == key
    assert key_on(noor.see(f"/reflections/{first}/review")) == key
    assert key_on(noor.see(f"/reflections/{second}/signalen")) != key
    noor.sign_in()
    assert key_on(noor.see(f"/reflections/{first}/signalen")) == key


def test_nobody_else_is_given_the_key(noor):
    response = noor.draft()
    page = somebody(noor.app).see(f"/reflections/{response}/signalen")
    assert page.status == 404
    noor.browser.delete_cookie("session", domain="127.0.0.1")
    answer = noor.browser.post(f"/reflections/{response}/signalen", data={"q_a1": "4"})
    assert not Page(noor.browser, answer).html.select("[data-key]")


def test_a_page_that_answers_another_names_it(noor):
    response = noor.draft()
    page = noor.see(f"/reflections/{response}/signalen")
    assert page.html.select_one("form[data-key]")["data-after"] == ""
    name = page.html.select_one("input[name=page]")["value"]
    again = page.send("Bewaar en ga verder", q_a1="9")
    assert again.html.select_one("form[data-key]")["data-after"] == name
