"""Each form that the tables ever had becomes the next, with rows in them, and keeps every row."""

from itertools import pairwise

import pytest
from sqlalchemy import inspect, text

from reflect.records import revision
from tests.records import earlier
from tests.records.everything import fill, is_found

FIRST = "0005"  # the oldest form in which anybody was
FORMS = sorted(path.name[:4] for path in (revision.folder() / "versions").glob("*.py"))
SINCE = [form for form in FORMS if form >= FIRST]
FORGOTTEN = "attempt"  # wrong tries, when their form changes


@pytest.fixture(params=["sqlite", "postgresql"])
def first(request, tmp_path):
    if request.param == "sqlite":
        lent = earlier.in_sqlite(tmp_path)
    else:
        lent = earlier.in_postgres(tmp_path, request.getfixturevalue("postgres_server"))
    with lent as database:
        yield database


def counted(database):
    """How many rows each table has."""
    with database.reading() as db:
        names = set(inspect(db.connection()).get_table_names()) - {FORGOTTEN}
        query = 'SELECT count(*) FROM "{}"'
        return {name: db.execute(text(query.format(name))).scalar_one() for name in names}


def refuse_broken(database):
    """As SQLite sees it; PostgreSQL would not have let it happen."""
    if database.url.get_backend_name() == "sqlite":
        with database.reading() as db:
            assert db.execute(text("PRAGMA foreign_key_check")).all() == []


def go(database, rows, form):
    """To the next form; gives its rows, of which none of those before is missing."""
    earlier.step(database, form)
    refuse_broken(database)
    now = counted(database)
    assert {name: now[name] for name in rows} == rows, form
    return now


def test_the_first_form_becomes_the_newest_one_step_after_the_other(first):
    rows = counted(first)
    assert all(rows.values()), "each of its tables has rows"

    for form in SINCE[1:]:
        rows = go(first, rows, form)

    with first.reading() as db:
        assert revision.at_head(db)


def test_every_form_with_rows_in_all_its_tables_becomes_the_next(sqlite, ring):
    here = fill(sqlite, ring)

    for form, newer in reversed(list(pairwise(SINCE))):
        earlier.step(sqlite, form)
        go(sqlite, counted(sqlite), newer)
        if newer == SINCE[-1]:  # further down, tables of newer things were empty on the way up
            assert is_found(sqlite, ring, here)
        earlier.step(sqlite, form)
