"""A plan changes while a group runs: places are added, and last days move."""

import datetime as dt
from fractions import Fraction

import pytest

from reflect.records import groups, releases
from tests.pages import Page


@pytest.fixture
def group(training, trainer):
    return training.group(trainer, deadline=None)


def plan(training, group):
    with training.house.database.reading() as db:
        found = groups.moments(db, group)
        return db.get(groups.Group, group).cap, [one.deadline for one in found]


def test_places_are_added_and_last_days_move_both_ways(training, browser, group):
    page = Page.at(browser, f"/groups/{group}").follow("Meer plaatsen of andere laatste dagen")
    page = page.send(
        "Bewaar het plan", cap="20", after_deadline="2026-12-24", later_deadline="24-6-2027"
    )
    assert page.path == f"/groups/{group}"
    assert "Het plan is bewaard" in page.text
    assert plan(training, group) == (20, [dt.date(2026, 12, 24), dt.date(2027, 6, 24)])

    page = Page.at(browser, f"/groups/{group}/plan")
    page.send("Bewaar het plan", after_deadline="2026-11-21", later_deadline="")

    assert plan(training, group) == (20, [dt.date(2026, 11, 21), None])


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"cap": "13"}, "Minder dan 14 kan niet"),
        ({"cap": "veel"}, "Vul een aantal in"),
        ({"cap": "501"}, "Vul een aantal in"),
        ({"after_deadline": "2026-11-20"}, "al voorbij"),
        ({"after_deadline": "morgen"}, "Schrijf de datum"),
        ({"later_deadline": "2026-11-30"}, "na de laatste dag van de vorige"),
        ({"before_deadline": "2026-11-30"}, "koos deze meting niet"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(training, browser, group, typed, words):
    sent = {"after_deadline": "2026-11-30"} | typed
    page = Page.at(browser, f"/groups/{group}/plan").send("Bewaar het plan", **sent)

    assert page.status == 400
    assert words in page.errors[0]
    assert plan(training, group) == (14, [None, None])


def test_a_last_day_that_passed_may_stay_while_the_rest_changes(training, trainer, clock):
    group = training.group(trainer, phases=("after",), deadline=dt.date(2026, 11, 22))
    clock.forward(days=3)
    page = Page.at(training.signed_in(), f"/groups/{group}/plan")

    page.send("Bewaar het plan", cap="15")

    assert plan(training, group) == (15, [dt.date(2026, 11, 22)])


def test_a_moment_that_is_closing_is_not_planned_any_more(training, browser, group, clock):
    moment = training.moments(group)[0]
    training.fill(group, moment, *[Fraction(1, 2)] * 5)
    with training.house.database.writing() as db:
        releases.freeze(db, moment, floor=5, at=clock())
        db.commit()

    page = Page.at(browser, f"/groups/{group}/plan")

    assert page.html.find(id="after_deadline") is None
    assert page.html.find(id="later_deadline")
