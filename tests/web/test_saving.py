"""Nothing typed is lost: sections, answers on the way, two tabs, and what cannot be read."""

import pytest

from reflect.web import saving
from tests.pages import Page
from tests.web.reflecting import somebody

LONG = "x" * 2001


def section(response, name="signalen"):
    return f"/reflections/{response}/{name}"


def test_a_section_is_kept_and_leads_to_the_next(noor):
    response = noor.draft()
    page = noor.see(section(response)).send("Bewaar en ga verder", q_a1="4", q_a2="na")
    assert page.path == section(response, "wegen")
    assert noor.answers(response) == {"a1": 4, "a2": "na"}
    back = page.follow("Terug")
    assert [tag["value"] for tag in back.html.select("input[checked]")] == ["4", "na"]


def test_the_last_section_leads_to_the_review(noor):
    response = noor.draft()
    page = noor.see(section(response, "terugkijken")).send("Bewaar en lees na", q_trots="Zo.")
    assert page.heading == "Nalezen en versturen"


def test_what_is_right_is_kept_although_something_else_is_wrong(noor):
    response = noor.draft()
    page = noor.see(section(response)).send(
        "Bewaar en ga verder", q_a1="4", q_a2="9", **{"q_signalen-hoger": LONG}
    )
    assert page.status == 400
    assert page.errors == [
        "Kies een van de antwoorden.",
        "Deze tekst is te lang: er passen 2000 tekens in.",
    ]
    assert noor.answers(response) == {"a1": 4}
    assert page.html.find("textarea", id="q_signalen-hoger").get_text().strip() == LONG
    assert not page.html.select("input[name=q_a2][checked]")
    page = page.send("Bewaar en ga verder", **{"q_signalen-hoger": "korter"})
    assert noor.answers(response) == {"a1": 4, "signalen-hoger": "korter"}


def test_an_answer_is_wiped_and_the_page_stays_where_it_was(noor):
    response = noor.draft(answers={"a1": 4, "a2": 3})
    answer = noor.post(section(response), clear="a1", q_a1="4", q_a2="3", seen="1")
    assert answer.headers["Location"] == section(response) + "#question-a1"
    assert noor.answers(response) == {"a2": 3}


@pytest.mark.parametrize("wiped", ["b1", "nergens", "%0d%0aSet-Cookie:x", "casus-1-verhaal"])
def test_only_an_answer_of_this_section_is_wiped(noor, wiped):
    response = noor.draft(answers={"b1": 4})
    answer = noor.post(section(response), clear=wiped, seen="1")
    assert answer.headers["Location"] == section(response, "wegen")
    assert noor.answers(response) == {"b1": 4}


def test_a_text_is_emptied_by_emptying_it(noor):
    response = noor.draft(answers={"signalen-hoger": "iets"})
    noor.see(section(response)).send("Bewaar en ga verder", **{"q_signalen-hoger": "  "})
    assert noor.answers(response) == {}


def test_questions_of_other_sections_are_not_kept(noor):
    response = noor.draft()
    noor.post(section(response), q_a1="4", q_b1="4", q_nergens="4", data="4", seen="0")
    assert noor.answers(response) == {"a1": 4}


def test_a_stale_tab_brings_no_old_answers_back(noor):
    response = noor.draft(answers={"a1": 2})
    stale = noor.see(section(response))
    noor.see(section(response)).send("Bewaar en ga verder", q_a1="5")
    stale.send("Bewaar en ga verder", q_a2="3")
    assert noor.answers(response) == {"a1": 5, "a2": 3}


def test_a_stale_tab_with_something_wrong_brings_no_old_answers_back_either(noor):
    response = noor.draft(answers={"a1": 2})
    stale = noor.see(section(response))
    noor.see(section(response)).send("Bewaar en ga verder", q_a1="5")
    again = stale.send("Bewaar en ga verder", **{"q_signalen-hoger": LONG})
    assert again.status == 400
    again.send("Bewaar en ga verder", **{"q_signalen-hoger": "kort"})
    assert noor.answers(response) == {"a1": 5, "signalen-hoger": "kort"}


def test_an_answer_changed_in_two_places_is_shown_twice_and_the_person_picks(noor):
    response = noor.draft(answers={"a1": 2})
    stale = noor.see(section(response))
    noor.see(section(response)).send("Bewaar en ga verder", q_a1="5")
    page = stale.send("Bewaar en ga verder", q_a1="1")
    assert page.status == 409
    assert "Daar staat nu: (bijna) altijd." in page.errors[0]
    assert page.html.select_one("input[name=q_a1][checked]")["value"] == "1"
    assert noor.answers(response) == {"a1": 5}
    page.send("Bewaar en ga verder")
    assert noor.answers(response) == {"a1": 1}


def test_an_answer_wiped_elsewhere_is_said_to_be_none(noor):
    response = noor.draft(answers={"a1": 2})
    stale = noor.see(section(response))
    noor.keep(response, "a1", q_a1="", seen="1")
    page = stale.send("Bewaar en ga verder", q_a1="1")
    assert "Daar staat nu: geen antwoord." in page.errors[0]


def test_a_form_of_an_earlier_session_is_shown_again_and_kept_at_the_second_try(noor):
    response = noor.draft(answers={"a1": 2, "a2": 2})
    stale = noor.see(section(response))
    noor.see(section(response)).send("Bewaar en ga verder", q_a1="5")
    page = stale.send("Bewaar en ga verder", q_a2="4", csrf_token="of-before")
    assert page.status == 400
    assert "Wat je typte, staat er nog." in page.text
    assert noor.answers(response) == {"a1": 5, "a2": 2}
    page.send("Bewaar en ga verder")
    assert noor.answers(response) == {"a1": 5, "a2": 4}


def test_an_answer_is_kept_on_the_way_and_the_hour_is_told(noor):
    response = noor.draft()
    told = noor.keep(response, "a1", q_a1="4", seen="0")
    assert (told.status_code, told.json) == (200, {"saved": "Bewaard om 14:03"})
    assert noor.answers(response) == {"a1": 4}


def test_a_page_whose_reply_got_lost_goes_on_as_if_it_had_come(noor):
    response = noor.draft(answers={"a1": 1})
    for typed in ("4", "4", "5"):  # the second is the first once more, the third comes after it
        told = noor.keep(response, "a1", q_a1=typed, seen="1", page="mine")
        assert told.status_code == 200
    assert noor.answers(response) == {"a1": 5}
    assert noor.post(section(response), q_a1="2", seen="1", page="mine").status_code == 302
    assert noor.answers(response) == {"a1": 2}


def test_an_answer_that_cannot_be_read_is_refused_on_the_way_and_the_old_one_stays(noor):
    response = noor.draft(answers={"a1": 4})
    told = noor.keep(response, "a1", q_a1="9", seen="1")
    assert (told.status_code, told.json) == (400, {"message": "Kies een van de antwoorden."})
    told = noor.keep(response, "signalen-hoger", **{"q_signalen-hoger": LONG}, seen="1")
    assert told.status_code == 400
    assert noor.answers(response) == {"a1": 4}


def test_an_answer_on_the_way_without_a_session_says_how_to_go_on(noor):
    response = noor.draft()
    told = noor.app.test_client().post(
        f"/reflections/{response}/answers", data={"question": "a1", "q_a1": "4"}
    )
    assert told.status_code == 401
    assert told.json["message"].startswith("Je bent niet meer ingelogd.")


def test_an_answer_on_the_way_from_an_earlier_session_leads_to_a_new_page(noor):
    response = noor.draft()
    told = noor.keep(response, "a1", q_a1="4", csrf_token="of-before")
    assert (told.status_code, told.json["href"]) == (403, section(response))
    assert noor.answers(response) == {}


@pytest.mark.parametrize("question", ["nergens", "casus-1-verhaal", "casus-2-cijfer", "", "\0"])
def test_an_answer_to_what_is_not_asked_is_not_kept(noor, question):
    response = noor.draft("after")
    told = noor.keep(response, question, **{f"q_{question}": "4"})
    assert (told.status_code, told.json["href"]) == (409, f"/reflections/{response}")
    assert noor.answers(response) == {}


def test_an_answer_that_changed_elsewhere_is_not_overwritten_on_the_way(noor):
    response = noor.draft(answers={"a1": 2})
    noor.keep(response, "a1", q_a1="5", seen="1", page="there")
    told = noor.keep(response, "a1", q_a1="3", seen="1", page="here")
    assert (told.status_code, told.json["href"]) == (409, section(response))
    assert noor.answers(response) == {"a1": 5}
    told = noor.keep(response, "a1", q_a1="3", seen="2", page="here")
    assert told.status_code == 200


def test_two_tabs_keep_each_its_own_answers_on_the_way(noor):
    response = noor.draft()
    noor.keep(response, "a1", q_a1="5", seen="0", page="here")
    noor.keep(response, "a2", q_a2="3", seen="0", page="there")
    page = noor.post(section(response), q_a1="4", q_a3="1", seen="0", page="here")
    assert page.status_code == 302
    assert noor.answers(response) == {"a1": 4, "a2": 3, "a3": 1}


@pytest.mark.parametrize("seen", ["", "-1", "x", "9" * 400, "²", "1.5", "0x1", "9" * 9])
def test_a_revision_that_never_was_loses_nothing(noor, seen):
    response = noor.draft(answers={"a1": 2})
    answer = noor.post(section(response), q_a1="2", q_a2="4", seen=seen, page=seen)
    assert answer.status_code == 302
    assert noor.answers(response) == {"a1": 2, "a2": 4}


@pytest.mark.parametrize("where", ["answers", "signalen"])
def test_what_is_submitted_in_the_same_blink_stays_as_it_is(noor, monkeypatch, where):
    response, form_of = noor.draft(answers={"a1": 2}), saving.form_of

    def meanwhile(place):
        assert noor.post(f"/reflections/{response}/submit").status_code == 302
        return form_of(place)

    monkeypatch.setattr(saving, "form_of", meanwhile)
    answer = noor.post(f"/reflections/{response}/{where}", question="a1", q_a1="4", seen="1")
    report = f"/reflections/{response}/report"
    told = (answer.status_code, answer.json["href"] if answer.is_json else answer.location)
    assert told == (409 if where == "answers" else 302, report)
    assert noor.answers(response) == {"a1": 2}


def test_boxes_that_are_all_unticked_are_sent_as_nothing(app):
    """A hidden empty field says that the boxes were there."""
    sam = somebody(app)
    response = sam.begun("choices")
    place = section(response, "een")
    page = sam.see(place)
    assert "Kies er hoogstens 2." in page.text
    assert page.html.select_one("input[type=hidden][name=q_hulp]")["value"] == ""
    sam.post(place, q_hulp=["", "b"], q_rol="gi", seen="0")
    assert sam.answers(response) == {"hulp": ("b",), "rol": "gi"}
    assert len(sam.see(place).html.select("input[checked]")) == 2
    sam.post(place, seen="1")
    assert sam.answers(response)["hulp"] == ("b",)
    sam.post(place, q_hulp="", seen="1")
    assert sam.answers(response) == {"rol": "gi"}


def test_boxes_that_are_too_many_stay_as_they_were_ticked(app):
    sam = somebody(app)
    response = sam.begun("choices")
    wrong = Page(sam.browser, sam.post(section(response, "een"), q_hulp=["", "a", "b", "c"]))
    assert wrong.errors == ["Kies er hoogstens 2."]
    assert len(wrong.html.select("input[checked]")) == 3
