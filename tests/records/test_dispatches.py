"""Invitations go to the outbox once a form, not too many a day, and leave no list behind."""

import pytest

from reflect.records import dispatches, outbox
from reflect.records.dispatches import MOST, Dispatch, Invitation
from reflect.records.outbox import Outbox
from tests.records.making import AT, DAY, a_group

NOOR, SAM = "noor@example.nl", "sam@example.nl"


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


@pytest.fixture
def send(db, ring):
    trainer = a_group(db, ring).staff_id

    def sent(*to, once="a", at=AT):
        what = Invitation(trainer, "7777-7777", "nl", once)
        return dispatches.send(db, ring, what, to, at), dispatches.left(db, trainer, at)

    return sent


def test_a_form_that_is_sent_twice_invites_once(db, ring, send):
    assert send(NOOR, SAM) == (True, MOST - 2)
    letters = [outbox.claim(db, ring, AT) for _ in range(2)]
    for one in letters:
        outbox.done(db, one.id)

    assert send(NOOR, SAM) == (True, MOST - 2)

    assert {(one.letter.to, one.letter.code) for one in letters} == {
        (NOOR, "7777-7777"),
        (SAM, "7777-7777"),
    }
    assert db.query(Outbox).count() == 0
    assert "noor" not in str([vars(row) for row in db.query(Dispatch)])


def test_to_whom_it_still_waits_no_second_one_goes(db, send):
    send(NOOR)
    send(NOOR, SAM, once="b")
    assert db.query(Outbox).count() == 2


def test_more_than_a_days_worth_goes_not_at_all_and_tomorrow_is_another_day(db, send):
    crowd = [f"{number}@example.nl" for number in range(MOST)]

    assert send(*crowd[1:]) == (True, 1)
    assert send(NOOR, SAM, once="b") == (False, 1)
    assert db.query(Outbox).count() == MOST - 1
    assert send(NOOR, SAM, once="b", at=AT + DAY) == (True, MOST - 2)
