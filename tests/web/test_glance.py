"""A trainer sees all groups at a glance, and twenty cost no more than one."""

import datetime as dt
from fractions import Fraction

import pytest

from reflect.records import groups, releases
from tests.pages import Page
from tests.web.counting import counted

HALF = Fraction(1, 2)


def entry(page, name):
    """What the list says of a group."""
    return next(one.get_text(" ", strip=True) for one in page.html.select("li") if name in str(one))


def test_twenty_groups_are_asked_for_as_one_is(training, browser, trainer):
    training.group(trainer, name="Groep 1")
    browser.get("/groups")
    with counted() as one:
        browser.get("/groups")
    for number in range(2, 21):
        group = training.group(trainer, name=f"Groep {number}")
        training.fill(group, training.moments(group)[0], HALF)

    with counted() as many:
        page = Page.at(browser, "/groups")

    assert "Groep 20" in page.text
    assert len(many) == len(one)


@pytest.mark.parametrize(("count", "words"), [(0, "laat je deelnemers"), (5, "je kunt de eerste")])
def test_the_list_says_what_an_open_moment_asks_for(training, browser, trainer, count, words):
    group = training.group(trainer)
    training.fill(group, training.moments(group)[0], *[HALF] * count)

    assert f"Nu te doen: {'genoeg ingevuld; ' if count else ''}{words}" in entry(
        Page.at(browser, "/groups"), "Voorjaar"
    )


def test_the_list_leads_from_closing_to_the_next_moment(training, browser, trainer, clock):
    group = training.group(trainer, deadline=dt.date(2026, 11, 30))
    first, _ = training.moments(group)
    training.fill(group, first, *[HALF] * 5)
    with training.house.database.writing() as db:
        releases.freeze(db, first, floor=5, at=clock())
        db.commit()
    assert "maak het sluiten van de eerste meting af" in Page.at(browser, "/groups").text
    Page.at(browser, f"/moments/{first}/close").send("Maak het af")

    text = entry(Page.at(browser, "/groups"), "Voorjaar")

    assert "gesloten op 21 november 2026" in text
    assert "nog niet open, tot en met 30 november 2026" in text
    assert "open de tweede meting als het zover is" in text


def test_groups_that_are_over_stand_apart(training, browser, trainer):
    group = training.group(trainer, phases=("after",))
    moment = training.moments(group)[0]
    training.fill(group, moment, *[HALF] * 5)
    Page.at(browser, f"/moments/{moment}/close").send("Ja, sluit de meting")

    page = Page.at(browser, "/groups")

    assert "Er loopt nu geen groep" in page.text
    assert page.html.find("h2", string="Afgerond")
    assert "gesloten op 21 november 2026" in entry(page, "Voorjaar")


def test_a_group_is_not_over_while_its_evaluation_is_open(evaluated):
    with evaluated.training.house.database.writing() as db:
        for moment in groups.moments(db, evaluated.group):
            moment.state, moment.closed = "closed", moment.opened
        db.commit()

    page = Page.at(evaluated.browser, "/groups")
    assert "Evaluatie van de training open, minder dan 5 ingevuld" in entry(page, "Voorjaar")
    assert "laat je deelnemers de evaluatie invullen" in entry(page, "Voorjaar")
    evaluated.filled(5)
    page = Page.at(evaluated.browser, "/groups")
    assert "je kunt de evaluatie sluiten" in entry(page, "Voorjaar")
    evaluated.close()

    assert Page.at(evaluated.browser, "/groups").html.find("h2", string="Afgerond")
