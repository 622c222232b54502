"""A prepared statement does what SQLAlchemy would do with it, on either database."""

import pytest
from sqlalchemy import bindparam, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from reflect.records import sessions
from reflect.records.base import Base
from reflect.records.prepared import Prepared
from tests.records.making import AT, a_person
from tests.web.counting import counted

SESSION = Base.metadata.tables["session"]
SEEN = select(SESSION.c.id, SESSION.c.last_seen, SESSION.c.confirmed, SESSION.c.lookup)
NAMED = update(SESSION).where(SESSION.c.id == bindparam("named"))

OTHERS = text(
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@pytest.fixture
def db(database, ring):
    with database.writing() as db:
        me = a_person(db, ring)
        for _ in range(2):
            sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=AT)
        yield db


def test_rows_are_those_that_sqlalchemy_finds_in_the_same_transaction(db):
    assert Prepared(SEEN).rows(db, {}) == [tuple(row) for row in db.execute(SEEN)]


def test_what_is_changed_is_told_as_it_is_read_and_how_much(db):
    row = db.scalars(SEEN).first()
    prove = Prepared(NAMED.values(confirmed=bindparam("confirmed")))

    assert prove.run(db, {"named": row, "confirmed": AT}) == 1
    assert prove.run(db, {"named": "nobody", "confirmed": AT}) == 0
    assert set(db.scalars(select(SESSION.c.confirmed))) == {AT, None}


def test_a_fault_is_that_of_sqlalchemy_and_tells_no_value(db):
    one, other = db.execute(SEEN)
    rename = Prepared(NAMED.values(lookup=bindparam("lookup")))

    with pytest.raises(IntegrityError) as fault:
        rename.run(db, {"named": one.id, "lookup": other.lookup})

    assert one.id not in str(fault.value)


def test_whoever_counts_statements_counts_it(db):
    with counted() as asked:
        Prepared(SEEN).rows(db, {})

    assert len(asked) == 1


def test_what_the_session_holds_back_is_there_for_it(db):
    one, _ = db.scalars(select(sessions.Session))
    one.confirmed = AT
    told = Prepared(select(SESSION.c.id).where(SESSION.c.confirmed.is_not(None)))

    assert told.rows(db, {}) == [(one.id,)]


def test_a_connection_that_is_lost_is_said_so_and_used_no_more(postgres):
    found = Prepared(SEEN)
    with postgres.reading() as idle, postgres.reading() as db:
        assert found.rows(idle, {}) == found.rows(db, {}) == []
        with postgres.writing() as other:
            other.execute(OTHERS)
        with pytest.raises(OperationalError) as fault:
            found.rows(db, {})

    assert fault.value.connection_invalidated
    with postgres.reading() as db:
        assert found.rows(db, {}) == []
