"""Nothing readable lies on the disk, and what was erased is not there either."""

from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import column, select, text
from sqlalchemy.exc import DBAPIError

from reflect.records import goals, memberships, people, releases, responses, sessions
from reflect.records.goals import NONE, Kept
from reflect.records.people import Person
from reflect.records.responses import Frozen, Response, Submission
from tests.records.making import AT, COUNTS, RULES, SIGNALS, a_group, a_person, first, keep, members

SECRETS = [
    "kanarie-getypt",
    "kanarie-bewaard",
    "kanarie-profiel",
    "kanarie-doel",
    "1234/98765",
    "trainer@",
]


def on_disk(database):
    """All bytes of the database file, its log and its index."""
    path = Path(database.url.database)
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


@pytest.fixture
def me(sqlite, ring):
    """Somebody who typed, saved, submitted and was counted in a closed moment."""
    with sqlite.writing() as db:
        moment, me = first(db, a_group(db, ring)), a_person(db, ring)
        members(db, ring, moment, 5)
        memberships.join(db, me.person_id, moment.group_id, COUNTS, AT)
        response = responses.start(db, me, moment.id, AT)
        sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=AT)
        db.commit()
        keep(db, me, response.id, {"a1": "kanarie-getypt"}, AT)
        db.commit()
        revision = responses.save(db, me, response.id, {"b1": "kanarie-bewaard"}, AT)
        db.commit()
        given = {SIGNALS.id: Fraction(1234, 98765)}
        profile = {"text": "kanarie-profiel"}
        responses.submit(db, ring, me, Submission(response.id, revision, profile, given), AT)
        goals.write(db, me, response.id, goals.changed(NONE, 1, what="kanarie-doel"))
        db.commit()
    releases.close(sqlite, ring, moment.id, RULES, AT)
    return me


def test_no_answer_score_address_or_key_can_be_read_from_the_files(sqlite, me):
    found = on_disk(sqlite)

    assert len(found) > 100_000
    assert [secret for secret in SECRETS if secret.encode() in found] == []
    assert me.key not in found


def test_what_was_erased_is_not_in_the_files_even_sealed(sqlite, me):
    with sqlite.reading() as db:
        sealed = db.execute(
            select(Person.wrapped_key, Response.snapshot, Frozen.sealed, Kept.sealed)
            .join(Response, Response.person_id == Person.id)
            .join(Frozen, Frozen.response_id == Response.id)
            .join(Kept, Kept.response_id == Response.id)
            .where(Person.id == me.person_id)
        ).one()
    assert all(each in on_disk(sqlite) for each in sealed)

    with sqlite.writing() as db:
        people.erase(db, me.person_id)
        db.commit()
    sqlite.settle()

    found = on_disk(sqlite)
    assert [each for each in (*sealed, me.person_id.encode()) if each in found] == []


@pytest.mark.parametrize(
    "table", ["person", "membership", "response", "goal", "contribution", "member"]
)
def test_rows_about_persons_do_not_lie_in_the_order_of_their_arrival(sqlite, table):
    with sqlite.reading() as db, pytest.raises(DBAPIError, match="no such column: rowid"):
        db.execute(select(column("rowid")).select_from(text(table)))
