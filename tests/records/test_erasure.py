"""Who is erased is gone from every table, and no mail follows."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import NoResultFound

from reflect.records import erasure, outbox, people, recovery, reminders
from reflect.records.addresses import Mailbox
from reflect.records.belongings import tables
from reflect.records.outbox import Outbox
from reflect.records.reminders import Contact
from tests.records.making import AT, a_group, a_member, a_person, first

NOOR = Mailbox("noor@example.org", "nl")


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def somebody(db, ring):
    """Somebody who submitted, wants reminders, and asked for recovery twice."""
    me = a_member(db, ring, first(db, a_group(db, ring))).me
    reminders.remember(db, ring, me, NOOR)
    reminders.follow(db, me, AT)
    recovery.begin(db, ring, me, NOOR, AT)
    recovery.ask(db, ring, NOOR, AT)
    return me


def test_nothing_is_left_of_somebody_neither_addresses_nor_mail(db, ring):
    me = somebody(db, ring)
    assert db.query(Outbox).count() == 2

    for _ in range(2):  # again is nothing
        erasure.erase(db, ring, me)

    left = {
        table.name: count
        for table in tables()
        if (count := db.scalar(select(func.count()).select_from(table)))
    }
    assert left == {}


def test_no_mail_follows_about_recovery_that_was_used_and_switched_off(db, ring):
    me = a_person(db, ring)
    recovery.begin(db, ring, me, NOOR, AT)
    recovery.confirm(db, ring, me, outbox.claim(db, ring, AT).letter.code, AT)
    recovery.ask(db, ring, NOOR, AT)
    (token,) = recovery.answer(db, ring, outbox.claim(db, ring, AT), AT).letter.tokens
    recovery.open(db, ring, token, "nl", AT)
    recovery.off(db, ring, me.person_id, "nl", AT)
    assert db.query(Outbox).count() == 1

    erasure.erase(db, ring, me)

    assert db.query(Outbox).count() == 0


def test_others_keep_what_is_theirs(db, ring):
    me, other = somebody(db, ring), a_person(db, ring)
    reminders.remember(db, ring, other, NOOR)

    erasure.erase(db, ring, me)

    assert not people.is_there(db, me.person_id)
    assert people.is_there(db, other.person_id)
    assert db.query(Contact).count() == 1


def test_whoever_asked_for_no_mail_is_erased_as_well(db, ring):
    person, key, code = people.create(db, ring, language="nl", at=AT)

    erasure.erase(db, ring, people.Opened(person.id, key))

    with pytest.raises(NoResultFound):
        people.open(db, ring, code)
