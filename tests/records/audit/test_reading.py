"""The log is read by month and kind, page by page; of persons from the next day on."""

from datetime import UTC, date, datetime, timedelta

from reflect.records import audit
from reflect.records.audit import Actor, Event
from reflect.records.audit.reading import A_PAGE

DECEMBER = datetime(2026, 12, 31, 9, tzinfo=UTC)
TODAY = date(2027, 1, 1)
ALL = {"today": TODAY, "month": None, "kind": "", "number": 0}


def test_a_log_is_read_by_month_and_kind_the_newest_first(sqlite, ring):
    with sqlite.writing() as db:
        for action, day in (("group:made", 0), ("moment:opened", 0), ("group:deleted", 1)):
            event = Event(action, Actor("staff", "ada"))
            audit.note(db, ring, event, DECEMBER + timedelta(day))

        shown = audit.page(db, **ALL | {"month": date(2026, 12, 1)})
        assert [line.action for line in shown.lines] == ["moment:opened", "group:made"]
        shown = audit.page(db, **ALL | {"kind": "group"})
        assert [line.action for line in shown.lines] == ["group:deleted", "group:made"]
        assert audit.months(db, TODAY) == [date(2027, 1, 1), date(2026, 12, 1)]
        assert audit.last(db, "group:made").at == DECEMBER
        assert audit.last(db, "moment:closed") is None
        assert [line.number for line in audit.every(db, TODAY)] == [3]


def test_a_person_is_told_of_from_the_next_day_on(sqlite, ring):
    with sqlite.writing() as db:
        audit.note(db, ring, Event("person:erased"), DECEMBER)

        assert audit.page(db, **ALL | {"today": DECEMBER.date()}).lines == []
        assert audit.months(db, DECEMBER.date()) == []
        assert [line.action for line in audit.page(db, **ALL).lines] == ["person:erased"]


def test_a_long_log_is_read_page_by_page(sqlite, ring):
    with sqlite.writing() as db:
        for _ in range(A_PAGE + 1):
            audit.note(db, ring, Event("group:made", Actor("staff", "ada")), DECEMBER)

        pages = [audit.page(db, **ALL | {"number": number}) for number in (0, 1, 2)]
    assert [(len(one.lines), one.goes_on) for one in pages] == [
        *((A_PAGE, True), (1, False), (0, False)),
    ]
