"""A new group as a trainer wishes it: made, or told at which field something is wrong."""

import datetime as dt

import pytest

from reflect.records import groups
from tests.pages import Page

FILLED = {
    "name": "Voorjaar",
    "questionnaire": "onveiligheid-opheffen",
    "cap": "12",
    "after": "y",
}


def test_a_new_group_has_a_code_a_link_and_its_first_moment_open(browser, training, trainer):
    page = Page.at(browser, "/groups/new").send("Maak de groep", **FILLED, later="y")

    with training.house.database.reading() as db:
        (group,) = groups.of(db, trainer)
        moments = groups.moments(db, group.id)
    assert page.path == f"/groups/{group.id}"
    assert "De groep is er" in page.text
    code = page.html.find(id="join-code").get_text()
    assert f"http://127.0.0.1:8000/join/{code}" in page.text
    assert page.html.find("svg", {"class": "qr"}).find("path")
    assert [(m.phase, m.state) for m in moments] == [("after", "open"), ("later", "planned")]
    assert group.fingerprint == training.questionnaire.fingerprint
    assert "minder dan 5 ingevuld" in page.text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": " \x00 "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"cap": ""}, "cap"),
        ({"cap": "0"}, "cap"),
        ({"cap": "twaalf"}, "cap"),
        ({"cap": "501"}, "cap"),
        ({"after": None}, "before"),
        ({"after_deadline": "morgen"}, "after_deadline"),
        ({"after_deadline": "2026-11-20"}, "after_deadline"),
        ({"later_deadline": "2026-12-20"}, "later_deadline"),
        (
            {"later": "y", "after_deadline": "2026-12-20", "later_deadline": "2026-12-20"},
            "later_deadline",
        ),
        ({"csrf_token": "van-een-ander"}, "main"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    browser, training, trainer, typed, field
):
    page = Page.at(browser, "/groups/new").send("Maak de groep", **(FILLED | typed))

    assert page.status == 400
    (link,) = page.html.select(".error-summary a")
    assert link["href"] == f"#{field}"
    assert page.html.find(id=field)
    for name, value in (FILLED | typed).items():
        if name not in ("csrf_token", "name", "after", "later"):
            assert page.html.find(id=name)["value"] == (value or "")
    with training.house.database.reading() as db:
        assert groups.of(db, trainer) == []


def test_a_deadline_may_be_written_the_dutch_way_and_may_be_today(browser, training, trainer):
    Page.at(browser, "/groups/new").send("Maak de groep", **FILLED, after_deadline="21-11-2026")

    with training.house.database.reading() as db:
        (group,) = groups.of(db, trainer)
        (moment,) = groups.moments(db, group.id)
    assert moment.deadline == dt.date(2026, 11, 21)
    assert "21 november 2026" in Page.at(browser, f"/groups/{group.id}").text


def test_a_small_group_is_made_only_after_a_warning(browser, training, trainer):
    typed = FILLED | {"cap": "6", "after_deadline": "2026-12-20"}
    page = Page.at(browser, "/groups/new").send("Maak de groep", **typed)
    assert "verborgen blijven" in page.text
    with training.house.database.reading() as db:
        assert groups.of(db, trainer) == []

    back = page.send("Pas de groep aan")
    assert back.html.find(id="cap")["value"] == "6"
    assert back.html.find(id="after").has_attr("checked")
    assert not back.errors

    made = page.send("Maak deze groep toch")
    assert made.heading == "Voorjaar"
    with training.house.database.reading() as db:
        (group,) = groups.of(db, trainer)
        assert group.cap == 6
        assert groups.moments(db, group.id)[0].deadline == dt.date(2026, 12, 20)


def test_a_group_below_the_threshold_is_told_that_there_will_be_no_picture(browser):
    page = Page.at(browser, "/groups/new").send("Maak de groep", **(FILLED | {"cap": "4"}))

    assert "komt er geen groepsbeeld" in page.text


def test_a_trainer_of_two_organisations_says_for_which(training):
    training.trainer()
    training.trainer(organisation="Hogeschool")
    page = Page.at(training.signed_in(), "/groups/new")

    refused = page.send("Maak de groep", **FILLED)
    assert refused.errors == ["Kies een organisatie."]

    options = {option.get_text(): option["value"] for option in page.html.select("option")}
    made = page.send("Maak de groep", **FILLED, organisation=options["Hogeschool"])
    assert "Hogeschool" in made.text


def test_where_there_are_more_questionnaires_one_is_chosen(browser):
    page = Page.at(browser, "/groups/new")

    without = FILLED | {"questionnaire": None}
    assert page.send("Maak de groep", **without).errors == ["Kies een vragenlijst."]
    assert page.send("Maak de groep", **FILLED).heading == "Voorjaar"


def test_an_administrator_who_trains_nowhere_reads_whom_to_ask(training):
    training.trainer("beheer@example.org", role="administrator")
    page = Page.at(training.signed_in("beheer@example.org"), "/groups/new")

    assert "nog geen trainer" in page.text
    assert not page.html.find("input", {"name": "cap"})
