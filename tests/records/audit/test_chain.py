"""Lines are added, one after another, and go by whole months; nothing else happens to them."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from reflect.records import audit
from reflect.records.audit import Actor, Event, Line
from reflect.records.engine import Database
from tests.records.making import AT
from tests.records.processes import at_once

WHO = Actor("staff", "ada")


def write(url, ring, times: int) -> None:
    database = Database(url)
    for _ in range(times):
        with database.writing() as db:
            audit.note(db, ring, Event("group:made", WHO), AT)
            db.commit()
    database.close()


def test_what_many_write_at_once_is_one_chain(database, ring):
    url = database.url.render_as_string(hide_password=False)
    database.close()

    at_once(write, *[(url, ring, 10)] * 4)

    with database.reading() as db:
        assert audit.faults(db, ring) == []
        assert audit.heads(db, ring)["staff"][0] == 40


@pytest.mark.parametrize(
    "words",
    [
        "UPDATE audit SET detail = 'nothing' WHERE number = 1",
        "DELETE FROM audit WHERE number = 2",
        "DELETE FROM audit_head",
    ],
)
def test_the_database_itself_keeps_a_line_as_it_is(database, ring, words):
    with database.writing() as db:
        for _ in range(2):
            audit.note(db, ring, Event("group:made", WHO), AT)
        db.commit()

    with database.writing() as db, pytest.raises(DBAPIError, match="only added to"):
        db.execute(text(words))


def test_no_line_is_put_in_the_place_of_another(sqlite, ring):
    with sqlite.writing() as db:
        audit.note(db, ring, Event("group:made", WHO), AT)
        (row,) = db.execute(text("SELECT * FROM audit")).mappings()
        again = insert(Line).prefix_with("OR REPLACE").values(dict(row) | {"at": AT, "day": AT})
        with pytest.raises(DBAPIError, match="only added to"):
            db.execute(again)


def test_the_log_of_postgresql_cannot_be_emptied(postgres, ring):
    assert ring.newest
    for table in ("audit", "audit_head"):
        with postgres.writing() as db, pytest.raises(DBAPIError, match="only added to"):
            db.execute(text(f"TRUNCATE {table}"))


def test_whole_months_go_after_six_and_the_chain_goes_on(database, ring):
    at = [datetime(2026, month, 28, 9, tzinfo=UTC) for month in (3, 4, 4, 5, 11)]
    with database.writing() as db:
        for one in at:
            audit.note(db, ring, Event("group:made", WHO), one)
            audit.note(db, ring, Event("person:agreed"), one)
        db.commit()

    with database.writing() as db:
        audit.drop(db, ring, date(2026, 10, 31))
        audit.drop(db, ring, date(2026, 11, 1))  # again, a day later: now April goes as well
        db.commit()

    with database.reading() as db:
        left = [(line.chain, line.day.month) for line in audit.every(db)]
        assert left == [("staff", 5), ("staff", 11), ("person", 5), ("person", 11)]
        assert audit.faults(db, ring) == []
    with database.writing() as db:
        audit.drop(db, ring, date(2028, 1, 1))
        audit.note(db, ring, Event("group:made", WHO), datetime(2028, 1, 1, tzinfo=UTC))
        assert [line.number for line in audit.every(db)] == [6]
        assert audit.faults(db, ring) == []


def test_a_person_leaves_a_day_and_no_hour(database, ring):
    with database.writing() as db:
        audit.note(db, ring, Event("person:erased"), AT)
        (line,) = audit.every(db)

    assert (line.at, line.actor, line.actor_id, line.thing, line.detail) == (
        *(None, "person", "", "", ""),
    )
    assert line.day == AT.date()
