"""The forms that are made from a definition, and the token each form carries."""

import pytest

from reflect.web.forms import form_for
from tests.pages import Page
from tests.web.reflecting import somebody

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_no_form_class_is_made_twice(noor):
    response = noor.draft()
    form_for.cache_clear()
    for _ in range(2):
        noor.see(f"/reflections/{response}/signalen").send("Bewaar en ga verder", q_a1="4")
        noor.keep(response, "a2", q_a2="4")
    # every section that is only looked at needs none
    assert form_for.cache_info().misses == 1


def test_the_token_of_a_form_is_of_its_session_alone(noor):
    other = somebody(noor.app)
    assert noor.token != other.token
    token = noor.see("/account/code").html.find("input", {"name": "csrf_token"})["value"]
    assert token == noor.token
    sent = noor.browser.post("/account/code", data={"csrf_token": other.token})
    assert Page(noor.browser, sent).heading == "Een nieuwe persoonlijke code"


@pytest.mark.parametrize("token", ["", "é", "\0", "x" * 64, None])
def test_a_form_with_another_token_changes_nothing(noor, token):
    response = noor.draft()
    sent = {"q_a1": "4"} | ({} if token is None else {"csrf_token": token})
    assert noor.browser.post(f"/reflections/{response}/signalen", data=sent).status_code == 400
    assert noor.answers(response) == {}


def test_a_question_of_another_phase_is_neither_shown_nor_kept(noor):
    response = noor.begun("phases", "after")
    page = noor.see(f"/reflections/{response}/een")
    assert "Vertel over a." in page.text
    assert "Vertel over b." not in page.text
    assert noor.post(f"/reflections/{response}/een", q_a="x", q_b="y").status_code == 302
    assert noor.keep(response, "b", q_b="y").status_code == 409
    assert noor.answers(response) == {"a": "x"}


def test_of_a_radio_group_sent_twice_the_last_counts(noor):
    response = noor.draft()
    noor.post(f"/reflections/{response}/signalen", q_a1=["2", "5"])
    assert noor.answers(response) == {"a1": 5}
