"""What a crowd erased is in no file and no table, however many wrote at once."""

from fractions import Fraction

from sqlalchemy import text

from reflect.records import erasure, goals, memberships, recovery, reminders, responses, sessions
from reflect.records.addresses import Mailbox
from reflect.records.goals import NONE, Goal
from reflect.records.people import Person
from reflect.records.responses import Answer, Contribution, Frozen, Response, Submission
from reflect.records.tables import metadata
from tests.records.making import AT, COUNTS, SIGNALS, a_definition, a_group, a_person, first, keep
from tests.records.test_secrecy import on_disk

MANY = 40
PIECE = 24  # bytes
TABLES = (Person, Response, Frozen, Answer, Contribution, goals.Kept, recovery.Recovery)


def lived(db, ring, moment, number):
    """Somebody of whom all tables know something."""
    me = a_person(db, ring)
    memberships.join(db, me.person_id, moment.group_id, COUNTS, AT)
    sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=AT)
    response = responses.start(db, me, moment.id, AT)
    revision = responses.save(db, me, response.id, {"a1": "kanarie " * (1 + number * 20)}, AT)
    given = {SIGNALS.id: Fraction(number, MANY)}
    responses.submit(db, ring, me, Submission(response.id, revision, {"p": "x" * 3000}, given), AT)
    goals.write(db, me, response.id, (Goal(what="kanarie"), *NONE[1:]))
    draft = responses.start_alone(db, me, a_definition(db), "after", AT)
    keep(db, me, draft.id, {"b1": "kanarie"}, AT)
    box = Mailbox(f"kanarie{number}@example.org", "nl")
    reminders.remember(db, ring, me, box)
    recovery.begin(db, ring, me, box, AT)
    return me


def canaries(db) -> set[bytes]:
    """Every id of those who live there, and pieces of all that is sealed: a page ends anywhere."""
    rows = [row for table in TABLES for row in db.query(table)]
    values = [value for row in rows for value in vars(row).values() if isinstance(value, bytes)]
    pieces = {
        value[at : at + PIECE]
        for value in values
        for at in (0, len(value) // 2, len(value) - PIECE)
    }
    ids = {row.id.encode() for table in (Person, Response) for row in db.query(table)}
    return pieces | ids


def held(database) -> bytes:
    """All that a database holds: of SQLite its files, of PostgreSQL its tables."""
    if database.url.get_backend_name() == "sqlite":
        return on_disk(database)
    rows: list[str] = []
    with database.reading() as db:
        for table in metadata.sorted_tables:
            every = f'SELECT "{table.name}"::text FROM "{table.name}"'  # noqa: S608 - our own names
            rows += db.scalars(text(every))
    return "\n".join(rows).encode()


def left(database, secrets) -> list[bytes]:
    found = held(database)
    spelt = {each: (each, each.hex().encode()) for each in secrets}
    return [each for each, forms in spelt.items() if any(form in found for form in forms)]


def test_what_a_crowd_erased_is_nowhere(database, ring):
    with database.writing() as db:
        moment = first(db, a_group(db, ring, cap=MANY))
        db.commit()
    crowd = []
    for number in range(MANY):
        with database.writing() as db:
            crowd.append(lived(db, ring, moment, number))
            db.commit()
    with database.reading() as db:
        secrets = canaries(db)
    assert len(secrets) > MANY * len(TABLES)
    assert len(left(database, secrets)) > 0.9 * len(secrets)

    for me in crowd:
        with database.writing() as db:
            erasure.erase(db, ring, me)
            db.commit()
    database.settle(1000)

    assert left(database, secrets) == []
