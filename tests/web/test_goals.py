"""Goals: written, changed, removed and looked back on; kept for the person, and never lost."""

import re

import pytest

from reflect.records import responses
from tests.pages import Page
from tests.web.reflecting import somebody

WHAT, WHEN = "Elke week nabellen.", "als ik het dossier sluit"
SPRING = "2027-02-21"
CAME = "Drie keer gelukt, daarna niet meer."
SAVE = "Bewaar mijn doelen"


@pytest.fixture
def response(noor):
    return noor.submitted()


def goals(noor, response) -> Page:
    return noor.see(f"/reflections/{response}/goals")


def kept(page: Page, name: str) -> str:
    field = page.html.find(id=f"q_{name}")
    return field.get_text().strip() if field.name == "textarea" else field["value"]


def set_one(noor, response, **more) -> Page:
    given = {"q_what-1": WHAT, "q_when-1": WHEN, "q_review-1": SPRING}
    return goals(noor, response).send(SAVE, **given | more)


def later(noor, clock, **step) -> str:
    """Another reflection of the same person, submitted after a while; signed in anew."""
    clock.forward(**step)
    noor.sign_in()
    return noor.submitted(phase="later")


def test_goals_are_set_from_the_report_and_stand_in_it(noor, response):
    page = noor.see(f"/reflections/{response}/report").follow("Schrijf mijn doelen op")
    assert page.heading == "Mijn doelen"
    page = page.send(
        SAVE,
        **{"q_what-1": WHAT, "q_when-1": WHEN, "q_with_whom-1": "Sam", "q_domain-1": "signalen"},
        **{"q_review-1": "21-02-2027", "q_what-2": "Eerst luisteren"},
    )
    assert "Bewaard." in page.text
    assert kept(page, "review-1") == SPRING
    report = page.follow("Naar mijn verslag")
    for words in ("Doel 1: Signalen", WHAT, WHEN, "Sam", "21 februari 2027", "Doel 2"):
        assert words in report.text
    assert report.follow("Bekijk en verander mijn doelen").path == page.path


def test_nothing_is_chosen_beforehand_and_the_report_helps_to_choose(noor, response):
    page = goals(noor, response)
    assert kept(page, "review-1") == ""
    assert page.html.select("select option[selected]") == []
    assert "Over drie maanden is het 21 februari 2027." in page.text
    assert "Gebruik geen namen" in page.text
    assert "Niemand leest dit mee." in page.text
    full = noor.submitted(answers={f"a{n}": 4 for n in range(1, 6)})
    assert "Vragen uit je verslag die kunnen helpen kiezen" in goals(noor, full).text


def test_a_goal_is_removed_in_two_steps_and_nothing_typed_meanwhile_is_lost(noor, response):
    page = set_one(noor, response, **{"q_what-2": "Eerst luisteren"})
    asked = page.send("Haal doel 1 weg", **{"q_what-3": "Een derde"})
    assert asked.heading == "Doel 1 weghalen?"
    assert asked.follow("Nee, laat het staan").heading == "Mijn doelen"
    page = asked.send("Ja, haal dit doel weg")
    assert [kept(page, f"what-{n}") for n in (1, 2, 3)] == ["", "Eerst luisteren", "Een derde"]
    assert WHAT not in noor.see(f"/reflections/{response}/report").text
    assert noor.browser.get(f"/reflections/{response}/goals/1/remove").status_code == 404


def test_what_is_wrong_in_a_goal_does_not_hold_up_its_removal(noor, response):
    page = set_one(noor, response)
    assert page.send("Haal doel 1 weg", **{"q_review-1": "ooit"}).heading == "Doel 1 weghalen?"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("q_review-1", "ooit", "Schrijf hem zo: 21-02-2027."),
        ("q_review-1", "2026-11-20", "Kies een dag die nog komt."),
        ("q_what-1", "x" * 501, "er passen 500 tekens in"),
        ("q_what-1", " ", "Schrijf bij doel 1 op wat je gaat doen."),
    ],
)
def test_what_is_right_is_kept_although_other_things_are_not(noor, response, field, typed, said):
    page = set_one(noor, response, **{field: typed, "q_what-2": "Eerst luisteren"})
    assert page.status == 400
    assert said in page.errors[0]
    assert kept(page, field[2:]) == typed.strip()
    again = goals(noor, response)
    assert (kept(again, "when-1"), kept(again, "what-2")) == (WHEN, "Eerst luisteren")
    assert page.send(SAVE, **{field: SPRING}).status == 200


def test_a_day_that_has_passed_meanwhile_may_stay(noor, response, clock):
    set_one(noor, response)
    clock.forward(days=100)
    noor.sign_in()
    page = goals(noor, response)
    assert page.send(SAVE, **{"q_what-1": "Anders"}).status == 200


def test_two_tabs_change_different_things_and_both_are_kept(noor, response):
    set_one(noor, response)
    one, other = goals(noor, response), goals(noor, response)
    one.send(SAVE, **{"q_what-1": "Van de een"})
    page = other.send(SAVE, **{"q_when-1": "van de ander"})
    assert page.status == 200
    assert (kept(page, "what-1"), kept(page, "when-1")) == ("Van de een", "van de ander")


def test_where_two_tabs_change_the_same_both_are_shown_and_the_person_picks(noor, response):
    one, other = goals(noor, response), goals(noor, response)
    one.send(SAVE, **{"q_what-1": "Van de een"})
    page = other.send(SAVE, **{"q_what-1": "Van de ander", "q_when-1": WHEN})
    assert page.status == 409
    assert "Daar staat nu: Van de een." in page.errors[0]
    assert kept(page, "what-1") == "Van de ander"
    assert kept(goals(noor, response), "what-1") == "Van de een"
    assert kept(goals(noor, response), "when-1") == WHEN
    assert kept(page.send(SAVE), "what-1") == "Van de ander"


def test_a_page_from_before_a_change_removes_nothing_that_it_did_not_show(noor, response):
    asked = set_one(noor, response).send("Haal doel 1 weg")
    goals(noor, response).send(SAVE, **{"q_what-1": "Toch iets anders"})
    page = asked.send("Ja, haal dit doel weg")
    assert page.status == 409
    assert "Daar staat nu: Toch iets anders." in page.errors[0]


def test_what_was_typed_after_the_session_ended_comes_back_to_its_owner(noor, response, clock):
    page = goals(noor, response)
    clock.forward(minutes=31)
    away = page.send(SAVE, **{"q_what-3": WHAT, "q_review-3": "2027-02-21"})
    assert away.status == 401
    assert "Wat je net typte, is niet weg" in away.text
    assert WHAT not in away.response.get_data(as_text=True)
    back = away.send("Ga verder", code=noor.code)
    assert "Dit had je nog getypt." in back.text
    assert kept(back, "what-3") == WHAT
    assert back.html.find(id="q_what-3").find_parent("details").has_attr("open")
    assert kept(goals(noor, response), "what-3") == ""
    assert kept(back.send(SAVE), "what-3") == WHAT


def test_what_was_carried_is_shown_to_nobody_else_and_never_to_a_draft(noor, response):
    for place, code in ((response, somebody(noor.app).code), (noor.draft(), noor.code)):
        shared = noor.app.test_client()
        away = Page(shared, shared.post(f"/reflections/{place}/goals", data={"q_what-1": WHAT}))
        page = away.send("Ga verder", code=code)
        assert page.heading == "Mijn reflecties"
        assert WHAT not in page.text


def test_a_page_of_an_earlier_session_keeps_nothing_and_loses_nothing(noor, response):
    page = goals(noor, response)
    noor.sign_in()
    again = page.send(SAVE, **{"q_what-1": WHAT})
    assert again.status == 400
    assert "Wat je typte, staat er nog." in again.text
    assert kept(again, "what-1") == WHAT
    assert kept(again.send(SAVE), "what-1") == WHAT


def test_another_ones_goals_are_as_missing_as_those_of_nobody(noor, response):
    sam = somebody(noor.app)
    foreign, draft, nobodys = response, sam.draft(), "0" * 22
    for path in ("goals", "goals/1/remove", "goals/review.ics"):
        pages = [sam.browser.get(f"/reflections/{one}/{path}") for one in (foreign, draft, nobodys)]
        assert {page.status_code for page in pages} == {404}
        bodies = {
            re.sub(r"Nummer van dit verzoek: \w+", "", page.get_data(as_text=True)).replace(one, "")
            for page, one in zip(pages, (foreign, draft, nobodys), strict=True)
        }
        assert len(bodies) == 1


def test_once_the_day_has_come_the_list_offers_to_look_back(noor, response, clock):
    page = set_one(noor, response)
    assert "Wat werd ervan?" not in page.text
    assert "Tijd om terug te kijken" not in noor.see("/reflections").text
    clock.forward(days=92)
    noor.sign_in()
    page = noor.see("/reflections").follow("Kijk terug")
    page = page.send(SAVE, **{"q_came_of_it-1": CAME})
    assert kept(page, "came_of_it-1") == CAME
    assert "Tijd om terug te kijken" not in noor.see("/reflections").text
    assert CAME in noor.see(f"/reflections/{response}/report").text


def test_in_a_later_reflection_earlier_goals_are_looked_back_on(noor, response, clock):
    set_one(noor, response)
    second = later(noor, clock, days=60)
    page = goals(noor, second)
    assert WHAT in page.text
    page = page.send(SAVE, **{f"q_came_of_it-1-{response}": CAME, "q_what-1": "Iets nieuws"})
    assert page.status == 200
    assert kept(page, f"came_of_it-1-{response}") == CAME
    report = noor.see(f"/reflections/{second}/report").text
    assert "Wat werd er van je eerdere doelen?" in report
    assert all(words in report for words in (WHAT, CAME, "Iets nieuws"))
    assert kept(goals(noor, response), "came_of_it-1") == CAME
    first = noor.see(f"/reflections/{response}/report").text
    assert "Wat werd er van je eerdere doelen?" not in first


def test_of_two_reflections_of_one_day_the_later_phase_looks_back(noor):
    first, second = noor.submitted(phase="before"), noor.submitted(phase="after")
    set_one(noor, first)
    assert WHAT in goals(noor, second).text
    assert "Terugkijken" not in goals(noor, first).text.replace("Terugkijken op", "")


def test_goals_are_erased_with_their_reflection(noor, response):
    set_one(noor, response)
    with noor.house.database.writing() as db:
        responses.erase(db, noor.me.person_id, response)
        db.commit()
    assert noor.browser.get(f"/reflections/{response}/goals").status_code == 404
