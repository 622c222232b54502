"""The form of an evaluation: nothing that was chosen is lost, and nothing is sent unawares."""

import pytest

from reflect.records.evaluations import Evaluation
from tests.pages import Page
from tests.web.evaluating import GIVEN, SEND
from tests.web.reflecting import count


def test_an_empty_form_is_not_sent_and_one_answer_is_enough(evaluated, member):
    empty = evaluated.send(member)
    assert (empty.status, empty.errors) == (
        400,
        ["Beantwoord minstens één vraag. Kies n.v.t. als een stelling niet bij je past."],
    )
    assert count(evaluated.training.app, Evaluation) == 0
    assert empty.send(SEND, q_veilig="na").heading == "Dank je wel voor je mening"


def test_what_is_no_answer_is_told_and_all_else_stays_as_it_was_sent(evaluated, member):
    page = evaluated.send(member, q_cijfer="11", q_veilig="4")

    assert page.status == 400
    assert len(page.errors) == 1
    assert page.html.select_one("[name=q_veilig][checked]")["value"] == "4"
    assert count(evaluated.training.app, Evaluation) == 0


def test_an_answer_is_wiped_without_sending_the_others(evaluated, member):
    page = member.see(f"/evaluations/{evaluated.wave}")

    page = Page(member.browser, member.post(page.path, **GIVEN, clear="cijfer"))

    assert page.status == 200
    assert not page.html.select("[name=q_cijfer][checked]")
    assert page.html.select_one("[name=q_ruimte][checked]")["value"] == "2"
    assert count(evaluated.training.app, Evaluation) == 0


def test_enter_among_the_answers_sends_nothing_yet(evaluated, member):
    page = member.see(f"/evaluations/{evaluated.wave}")
    first = page.html.select_one("main form button")
    assert first["name"] == "look"  # which a browser presses at Enter

    page = page.send("Kijk het na", **GIVEN)

    assert page.status == 200
    assert "Er is nog niets verstuurd." in page.text
    assert count(evaluated.training.app, Evaluation) == 0
    assert page.send(SEND).heading == "Dank je wel voor je mening"


def test_a_form_of_an_earlier_session_comes_back_as_it_was_sent(evaluated, member):
    page = member.see(f"/evaluations/{evaluated.wave}")

    page = page.send(SEND, **GIVEN, csrf_token="earlier")

    assert page.status == 400
    assert "Er is nog niets verstuurd: verstuur het nog een keer." in page.text
    assert page.send(SEND).heading == "Dank je wel voor je mening"


def test_what_was_chosen_rides_through_signing_in_for_its_owner_alone(evaluated, member, clock):
    page = member.see(f"/evaluations/{evaluated.wave}")
    colleague = evaluated.joined()
    clock.forward(minutes=31)

    lapsed = page.send(SEND, **GIVEN)
    assert lapsed.status == 401

    assert lapsed.send("Ga verder", code=colleague.code).heading == "Mijn reflecties"
    back = lapsed.send("Ga verder", code=member.code)
    assert "Dit had je gekozen. Er is nog niets verstuurd." in back.text
    assert back.send(SEND).heading == "Dank je wel voor je mening"
    late = lapsed.send("Ga verder", code=member.code)
    assert late.heading == "Mijn reflecties"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_whatever_is_sent_breaks_nothing_and_is_not_kept(evaluated, member):
    path = f"/evaluations/{evaluated.wave}"
    for nasty in ("\0", "\N{WOMAN}" * 50, "9" * 400, "-1", "1e999", "' OR 1=1 --", "na", "\ufffe"):
        for name in ("q_cijfer", "clear", "owner", "carried", "q_nothing"):
            assert member.post(path, **{name: nasty}).status_code in (200, 400), (name, nasty)
        launched = f"/groups/{evaluated.group}/evaluation"
        sent = {"questionnaire": nasty, "csrf_token": nasty}
        assert evaluated.browser.post(launched, data=sent).status_code == 400
    for body in (b"q_cijfer=%ff%fe", b"&&&=&q_cijfer&=x", b"{", b"\x00"):
        for kind in (
            "application/x-www-form-urlencoded",
            "application/json",
            "multipart/form-data",
        ):
            answer = member.browser.post(path, data=body, content_type=kind)
            assert answer.status_code == 400, (body, kind)
    assert count(member.app, Evaluation) == 0
