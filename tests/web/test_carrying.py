"""What was typed when a session had ended comes back to who typed it, and to nobody else."""

import pytest

from tests.pages import Page
from tests.web.reflecting import somebody

TYPED = "Ik sprak het kind eerst alleen."


def interrupted(noor, browser, response, **fields) -> Page:
    """What the browser shows after a section was sent without a session."""
    sent = {"csrf_token": noor.token, "seen": "0", "q_a1": "4", "q_signalen-hoger": TYPED}
    answer = browser.post(f"/reflections/{response}/signalen", data=sent | fields)
    assert answer.status_code == 401
    return Page(browser, answer)


def test_what_was_typed_rides_along_sealed_and_is_kept_after_a_second_look(noor, clock):
    response = noor.draft()
    clock.forward(minutes=31)
    page = interrupted(noor, noor.browser, response)
    assert "Wat je net typte, is niet weg" in page.text
    assert TYPED not in page.response.get_data(as_text=True)
    wrong = page.send("Ga verder", code="7777")
    assert wrong.status == 400  # and it still rides along
    back = wrong.send("Ga verder", code=noor.code)
    assert back.heading == "Signalen"
    assert "Dit had je nog getypt." in back.text
    assert TYPED in back.text
    assert noor.answers(response) == {}
    assert back.send("Bewaar en ga verder").heading == "Wegen"
    assert noor.answers(response) == {"a1": 4, "signalen-hoger": TYPED}


def test_what_was_carried_overwrites_nothing_that_is_newer(noor):
    response = noor.draft(answers={"a1": 1})
    page = interrupted(noor, noor.app.test_client(), response, seen="1")
    noor.keep(response, "a1", q_a1="2", seen="1")
    again = page.send("Ga verder", code=noor.code).send("Bewaar en ga verder")
    assert again.status == 409
    assert "Daar staat nu: zelden." in again.errors[0]
    assert noor.answers(response) == {"a1": 2, "signalen-hoger": TYPED}


def test_whoever_else_signs_in_at_that_device_sees_nothing_of_it(noor):
    shared, sam = noor.app.test_client(), somebody(noor.app)
    page = interrupted(noor, shared, noor.draft()).send("Ga verder", code=sam.code)
    assert page.heading == "Mijn reflecties"
    assert TYPED not in page.text
    assert shared.get("/reflections").status_code == 200


def test_what_was_carried_to_a_submitted_response_leads_to_the_list(noor):
    response = noor.draft()
    page = interrupted(noor, noor.app.test_client(), response)
    noor.post(f"/reflections/{response}/submit")
    assert page.send("Ga verder", code=noor.code).heading == "Mijn reflecties"


def test_what_was_carried_to_no_section_leads_to_the_list(noor):
    browser, response = noor.app.test_client(), noor.draft()
    page = Page(browser, browser.post(f"/reflections/{response}/nergens", data={"q_a1": "4"}))
    assert page.send("Ga verder", code=noor.code).heading == "Mijn reflecties"


@pytest.mark.parametrize("spoiled", ["cut", "changed", "x", "é", "\0", "A" * 4000])
def test_what_was_tampered_with_is_left_out(noor, spoiled):
    page = interrupted(noor, noor.app.test_client(), noor.draft())
    sealed = page.html.find("input", {"name": "carried"})["value"]
    other = {"cut": sealed[:-8], "changed": f"{sealed[:20]}AAAA{sealed[24:]}"}
    page = page.send("Ga verder", code=noor.code, carried=other.get(spoiled, spoiled))
    assert page.heading == "Mijn reflecties"


def test_only_answers_are_carried(noor):
    page = interrupted(noor, noor.app.test_client(), noor.draft(), password="geheim", clear="a1")
    back = page.send("Ga verder", code=noor.code)
    sent = {tag["name"] for tag in back.html.select("main [name]")}
    assert "password" not in sent


def test_a_trainer_who_sends_a_section_is_asked_for_a_personal_code(noor, training):
    training.trainer()
    page = interrupted(noor, training.signed_in(), noor.draft())
    assert page.heading == "Verder met je persoonlijke code"
