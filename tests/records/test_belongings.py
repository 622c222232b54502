"""Whoever asks is handed every row about themselves, opened, and nothing of anybody else."""

import pytest
from sqlalchemy import LargeBinary
from sqlalchemy.exc import NoResultFound

from reflect.records import (
    belongings,
    goals,
    memberships,
    openers,
    outbox,
    people,
    recovery,
    releases,
    reminders,
    responses,
    sessions,
)
from reflect.records.addresses import Mailbox
from reflect.records.goals import Goal
from reflect.records.outbox import Letter
from reflect.records.responses import Frozen, Response, Submission
from reflect.records.retention import RETENTION
from tests.records.making import (
    AT,
    COUNTS,
    HALF,
    RULES,
    SIGNALS,
    a_definition,
    a_group,
    a_person,
    first,
    keep,
    members,
    recorded,
)

NOOR = Mailbox("noor@example.org", "nl")


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


@pytest.fixture
def me(db, ring):
    """Somebody of whom every table knows something."""
    group, me = a_group(db, ring), a_person(db, ring)
    sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=AT)
    memberships.join(db, me.person_id, group.id, COUNTS, AT)
    moment = first(db, group)
    members(db, ring, moment, 5)
    response = responses.start(db, me, moment.id, AT)
    at = responses.save(db, me, response.id, {"a1": 4}, AT)
    submission = Submission(response.id, at, {"text": "profiel"}, {SIGNALS.id: HALF})
    responses.submit(db, ring, me, submission, AT)
    goals.write(db, me, response.id, (Goal(what="Bellen"), *goals.NONE[1:]))
    moment.state = "closing"
    drawn = releases.draw(db, ring, moment.id, RULES, AT.date())
    assert recorded(db, moment, drawn)
    alone = responses.start_alone(db, me, a_definition(db), "after", AT)
    responses.save(db, me, alone.id, {"a1": 1}, AT)
    keep(db, me, alone.id, {"b1": "getypt"}, AT)
    reminders.remember(db, ring, me, NOOR)
    reminders.follow(db, me, AT)
    letter = Letter("opening", NOOR.email, "nl", contact=people.contact(db, me))
    outbox.put(db, ring, letter, key="opening", at=AT)
    recovery.begin(db, ring, me, NOOR, AT)
    return me


def everything(db, ring, me):
    """Table -> rows, of the person and of each response."""
    whole = belongings.of_person(db, ring, me)
    for response in responses.of(db, me.person_id):
        for table, rows in belongings.of_response(db, ring, me, response.id).items():
            whole.setdefault(table, []).extend(rows)
    return whole


def test_every_table_about_a_person_is_handed_over_with_every_column(db, ring, me):
    handed = everything(db, ring, me)

    assert set(handed) == {table.name for table in belongings.tables()}
    for table in belongings.tables():
        if table.name == "pool":
            continue  # see below: five were enough
        rows = handed[table.name]
        assert rows, table.name
        keys = RETENTION[table.name].keys
        assert set(rows[0]) == {column.name for column in table.columns} - keys, table.name


def test_what_is_sealed_is_opened_or_is_a_key():
    sealed = {
        f"{table.name}.{column.name}"
        for table in belongings.tables()
        for column in table.columns
        if isinstance(column.type, LargeBinary) and column.name not in RETENTION[table.name].keys
    }
    assert sealed == openers.OPENERS.keys()


def test_what_is_handed_over_can_be_read(db, ring, me):
    handed = everything(db, ring, me)

    assert [row["sealed"]["text"] for row in handed["profile"]] == ["profiel"]
    assert [row["sealed"] for row in handed["contribution"]] == [{SIGNALS.id: "1/2"}]
    assert [row["sealed"][0]["what"] for row in handed["goal"]] == ["Bellen"]
    assert [row["sealed"] for row in handed["answer"]] == [["", {"b1": "getypt"}]]
    assert {row["snapshot"]["a1"][-1][1] for row in handed["response"]} == {1, 4}
    assert handed["person"][0]["since"] == "2026-11-21"
    assert handed["membership"][0]["counts"] is True


def test_no_link_of_a_mail_is_handed_over(db, ring, me):
    handed = everything(db, ring, me)

    assert handed["contact"][0]["sealed"] == {"email": NOOR.email, "language": "nl"}
    (letter,) = (row["sealed"] for row in handed["outbox"])
    assert (letter["kind"], letter["to"]) == ("opening", NOOR.email)
    assert openers.LINKS & letter.keys() == set()


def test_what_waits_in_a_pool_is_handed_over(db, ring):
    moment = first(db, a_group(db, ring))
    (only,) = members(db, ring, moment, 1)
    moment.state = "closing"
    drawn = releases.draw(db, ring, moment.id, RULES, AT.date())
    assert recorded(db, moment, drawn)

    handed = everything(db, ring, only.me)["pool"]

    assert {row["sealed"] for row in handed} == {"0", "1/2"}
    assert {row["response_id"] for row in handed} == {only.response_id}


def test_one_that_was_damaged_keeps_nobody_from_the_others(db, ring, me):
    frozen = db.query(Frozen).join(Response).filter(Response.person_id == me.person_id).one()
    frozen.sealed = bytes(len(frozen.sealed))
    db.flush()

    handed = everything(db, ring, me)

    assert [row["sealed"] for row in handed["profile"]] == [None]
    assert len(handed["response"]) == 2


def test_what_is_anothers_is_not_handed_over(db, ring, me):
    other = a_person(db, ring)
    (mine, *_) = responses.of(db, me.person_id)

    handed = everything(db, ring, other)

    assert {table: len(rows) for table, rows in handed.items() if rows} == {"person": 1}
    with pytest.raises(NoResultFound):
        belongings.of_response(db, ring, other, mine.id)


def test_somebody_is_handed_the_addresses_they_gave(db, ring, me):
    handed = everything(db, ring, me)

    assert handed["person"][0]["sealed_contact"] == {"email": NOOR.email, "language": "nl"}
    assert handed["recovery"][0]["sealed_email"] == NOOR.email
    reminders.forget(db, me)
    assert everything(db, ring, me)["person"][0]["sealed_contact"] is None
