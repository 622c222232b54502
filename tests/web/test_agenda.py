"""What goes into somebody's own calendar: a day and a way back, and nothing that is private."""

import datetime as dt

import pytest
from icalendar import Calendar

from reflect.records import groups, memberships
from tests.pages import Page
from tests.web.reflecting import SITE
from tests.web.test_goals import SAVE, SPRING, WHAT, WHEN, set_one
from tests.web.training import COUNTS

REVIEW = "/reflections/{}/goals/review.ics"
SUMMER = "2027-06-01"
NOTE = "Zet 1 maart 2027 in mijn agenda"


@pytest.fixture
def response(noor):
    return noor.submitted()


def events(answer) -> list:
    assert answer.mimetype == "text/calendar"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="terugkijken.ics"'
    return Calendar.from_ical(answer.data).events


def test_each_day_to_look_back_on_is_told_once_and_nothing_of_the_goals(noor, response):
    page = set_one(noor, response, **{"q_what-2": WHAT, "q_review-2": SPRING})
    page.send(SAVE, **{"q_what-3": "x", "q_review-3": SUMMER})
    answer = noor.browser.get(REVIEW.format(response))
    assert [event.start.isoformat() for event in events(answer)] == [SPRING, SUMMER]
    assert {str(event["SUMMARY"]) for event in events(answer)} == {"Terugkijken op mijn doel"}
    assert {event["URL"] for event in events(answer)} == {SITE}
    for private in (WHAT, WHEN, response, noor.me.person_id):
        assert private not in answer.text


def test_a_day_that_moves_moves_in_the_calendar_too(noor, response):
    page = set_one(noor, response)
    first = events(noor.browser.get(REVIEW.format(response)))
    page.send(SAVE, **{"q_review-1": SUMMER})
    second = events(noor.browser.get(REVIEW.format(response)))
    assert [event["UID"] for event in first] == [event["UID"] for event in second]


def test_without_a_day_there_is_nothing_to_note(noor, response):
    page = set_one(noor, response, **{"q_review-1": ""})
    assert "mijn agenda" not in page.text
    assert noor.browser.get(REVIEW.format(response)).status_code == 404


@pytest.fixture
def group(training, trainer):
    """A group whose one moment closes in March."""
    return training.group(trainer, phases=("after",), deadline=dt.date(2027, 3, 1))


def test_the_last_day_of_a_moment_is_offered_until_one_has_submitted(noor, training, group):
    (moment,) = training.moments(group)
    with noor.house.database.writing() as db:
        memberships.join(db, noor.me.person_id, group, COUNTS, noor.house.clock())
        db.commit()
    assert NOTE in noor.see("/reflections").text
    (event,) = events(noor.browser.get(f"/agenda/{moment}/last-day.ics"))
    assert event.start == dt.date(2027, 3, 1)
    assert str(event["SUMMARY"]) == "Laatste dag voor mijn reflectie"
    noor.submitted(moment=moment)
    assert NOTE not in noor.see("/reflections").text


def test_whoever_joins_finds_it_beside_the_new_code(noor, client, trainer, group):
    with noor.house.database.reading() as db:
        code = groups.code(groups.one(db, trainer, group), noor.house.ring)
    page = Page.at(client, f"/join/{code}").send("Doe mee", counts="yes")
    link = page.html.find("a", string=NOTE)
    assert events(client.get(link["href"]))
    assert noor.browser.get(link["href"]).status_code == 404


def test_a_moment_without_a_last_day_is_in_no_calendar(noor, training, trainer):
    group = training.group(trainer)
    with noor.house.database.writing() as db:
        memberships.join(db, noor.me.person_id, group, COUNTS, noor.house.clock())
        db.commit()
    moment = training.moments(group)[0]
    assert "in mijn agenda" not in noor.see("/reflections").text
    assert noor.browser.get(f"/agenda/{moment}/last-day.ics").status_code == 404
