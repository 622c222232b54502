"""Days for a calendar, as a calendar reads them."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from reflect.reports.agenda import Day, agenda

AT = dt.datetime(2026, 11, 21, 13, 3, tzinfo=dt.UTC)
SPRING = dt.date(2027, 2, 21)
URL = "https://reflect.example.nl"
# what one line of a summary can hold: any character but the controls that no calendar may write
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), min_size=1)


def written(*days: Day, more="Met je code.") -> bytes:
    return agenda(days, name="terugkijken", more=more, url=URL, at=AT).body


def test_a_day_is_whole_free_and_private():
    (event,) = Calendar.from_ical(written(Day("x1", SPRING, "Terugkijken"))).events

    assert event.start == SPRING
    assert event.duration == dt.timedelta(days=1)
    assert (event["SUMMARY"], event["URL"], event["UID"]) == ("Terugkijken", URL, "x1")
    assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")
    assert event.stamp == AT


def test_several_days_stand_in_one_file():
    file = agenda(
        [Day("x1", SPRING, "a"), Day("x2", dt.date.min, "b")], name="dag", more="", url=URL, at=AT
    )

    assert [event.start for event in Calendar.from_ical(file.body).events] == [SPRING, dt.date.min]
    assert (file.name, file.media_type) == ("dag.ics", "text/calendar")


@given(WORDS, WORDS)
def test_whatever_it_says_a_calendar_reads_the_same_from_short_lines(summary, more):
    body = written(Day("x1", SPRING, summary), more=more)

    (event,) = Calendar.from_ical(body).events
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (summary, more)
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert b"\n" not in body.replace(b"\r\n", b"")
