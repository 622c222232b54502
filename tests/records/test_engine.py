"""The database loses nothing, whoever writes at once."""

import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from reflect.records import connections
from reflect.records.engine import Database, DatabaseFault, alone
from reflect.records.migration import migrate
from reflect.records.organisations import named
from tests.records.processes import at_once, forking

PROCESSES, TURNS = 4, 40
READ, READ_LOCKED = text("SELECT cap FROM counter"), text("SELECT cap FROM counter FOR UPDATE")


def count_up(url, recipe):
    """Read, add one, write; gives how often the database said yes."""
    said = 0
    database, plain = Database(url), create_engine(url)
    for _ in range(TURNS):
        try:
            with database.writing() if recipe else plain.connect() as db:
                value = db.execute(READ_LOCKED if "postgres" in url else READ).scalar_one()
                db.execute(text("UPDATE counter SET cap = :cap"), {"cap": value + 1})
                db.commit()
            said += 1
        except DBAPIError:
            pass
    return said


def counted(database, *, recipe):
    """How often processes were told yes, and what came of it."""
    url = database.url.render_as_string(hide_password=False)
    with database.writing() as db:
        db.execute(text("CREATE TABLE counter (cap INTEGER)"))
        db.execute(text("INSERT INTO counter VALUES (0)"))
        db.commit()
    said = sum(at_once(count_up, *[(url, recipe)] * PROCESSES))
    with database.writing() as db:
        found = db.execute(READ).scalar_one()
        db.execute(text("DROP TABLE counter"))
        db.commit()
    return said, found


def test_nothing_that_was_acknowledged_is_lost(database):
    assert counted(database, recipe=True) == (PROCESSES * TURNS, PROCESSES * TURNS)


def test_with_the_usual_settings_updates_are_lost_so_this_test_has_teeth(sqlite):
    said, found = counted(sqlite, recipe=False)

    assert found < said or said < PROCESSES * TURNS


def test_what_is_not_committed_is_undone(database):
    with database.writing() as db:
        named(db, "Hogeschool")

    with database.reading() as db:
        assert db.execute(text("SELECT count(*) FROM organisation")).scalar_one() == 0


def test_a_reading_session_cannot_write(database):
    with database.reading() as db, pytest.raises(DBAPIError, match=r"read.?only"):
        named(db, "Hogeschool")


def test_a_reader_sees_one_snapshot_while_others_write(database):
    count = text("SELECT count(*) FROM organisation")
    with database.reading() as reader:
        before = reader.execute(count).scalar_one()
        with database.writing() as db:
            named(db, "Hogeschool")
            db.commit()

        assert reader.execute(count).scalar_one() == before


def test_sqlite_keeps_to_the_recipe(sqlite):
    with sqlite.writing() as db:
        found = {
            name: db.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "secure_delete",
                "trusted_schema",
                "busy_timeout",
                "query_only",
            )
        }

    assert list(found.values()) == ["wal", 2, 1, 1, 0, 1, 0]  # it asks again each millisecond


def test_an_sqlite_that_can_damage_its_file_is_refused(tmp_path, monkeypatch):
    library = connections.sqlite_library()
    monkeypatch.setattr(library, "sqlite_version_info", (3, 51, 2))

    with pytest.raises(DatabaseFault, match=r"3\.51\.3 or newer is needed"):
        migrate(Database(f"sqlite:///{tmp_path}/reflect.db"))


def test_without_pysqlite_the_sqlite_of_python_is_judged(monkeypatch):
    monkeypatch.setitem(sys.modules, "pysqlite3.dbapi2", None)

    assert connections.sqlite_library().__name__ == "sqlite3"


def test_a_child_process_opens_its_own_connections(sqlite):
    with sqlite.writing() as db:
        named(db, "Hogeschool")
        db.commit()
        parents = db.get_bind()
    told = forking.SimpleQueue()
    child = forking.Process(target=look, args=(sqlite, parents, told))

    child.start()
    child.join()

    assert told.get() == ("its own", 1)
    with sqlite.writing() as db:
        assert db.get_bind() is parents


def look(database, parents, told):
    with database.writing() as db:
        whose = "the parent's" if db.get_bind() is parents else "its own"
        told.put((whose, db.execute(text("SELECT count(*) FROM organisation")).scalar_one()))


def test_what_is_done_alone_is_done_by_one_at_a_time(database):
    url = database.url.render_as_string(hide_password=False)
    spans = sorted(at_once(stay_alone, (url,), (url,), (url,)))

    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def stay_alone(url):
    with Database(url).writing() as db:
        alone(db, "ledger")
        named(db, "Hogeschool")
        start = time.monotonic()
        time.sleep(0.1)
        end = time.monotonic()
        db.commit()
    return start, end


@pytest.mark.parametrize(
    "url",
    [
        "reflect.db",
        "mysql://reflect:geheim@localhost/reflect",
        "postgres://reflect:geheim@localhost/reflect",
        "sqlite:////nowhere/at/all/reflect.db",
        "postgresql://reflect:geheim@127.0.0.1:1/reflect",
    ],
)
def test_a_database_that_cannot_be_reached_is_told_of_in_one_line_without_its_password(url):
    with pytest.raises(DatabaseFault) as fault:
        migrate(Database(url))

    assert "\n" not in str(fault.value)
    assert "geheim" not in str(fault.value)


def test_after_closing_a_next_question_opens_the_database_again(database):
    database.close()

    with database.reading() as db:
        assert db.execute(text("SELECT count(*) FROM organisation")).scalar_one() == 0


def test_settling_is_for_sqlite_and_nothing_elsewhere(database):
    with database.writing() as db:
        named(db, "Hogeschool")
        db.commit()

    database.settle()

    if database.url.get_backend_name() == "sqlite":
        assert Path(f"{database.url.database}-wal").stat().st_size == 0


def test_what_is_kept_stands_in_no_message(database):
    with database.writing() as db, pytest.raises(DBAPIError) as fault:
        db.execute(text("SELECT :kept FROM nowhere"), {"kept": "geheim"})

    assert "geheim" not in str(fault.value)


def test_a_driver_that_is_not_installed_is_told_of_in_a_line(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DatabaseFault, match=r"cannot be used: .*psycopg"):
        migrate(Database("postgresql://reflect@127.0.0.1:1/reflect"))
