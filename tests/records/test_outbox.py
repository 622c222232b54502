"""A letter waits, sealed, until it went; nobody takes it twice, and the same is not said twice."""

from datetime import timedelta
from itertools import chain

import pytest

from reflect.records import outbox
from reflect.records.engine import Database
from reflect.records.outbox import LEASE, TRIES, Letter, Outbox
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable
from tests.records.making import AT, DAY, MINUTE
from tests.records.processes import at_once

LETTER = Letter("opening", "kanarie@example.org", "nl", stop="kanarie-stop")


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def put(db, ring, key="a", **more):
    outbox.put(db, ring, Letter(**vars(LETTER) | more), key=key, at=AT)


def test_a_letter_comes_out_as_it_went_in(db, ring):
    until = AT + DAY
    put(db, ring, tokens=("a", "b"), until=until)

    claimed = outbox.claim(db, ring, AT)

    assert claimed.letter == Letter(**vars(LETTER) | {"tokens": ("a", "b"), "until": until})
    assert "kanarie" not in repr(claimed)


def test_with_one_key_one_letter_waits(db, ring):
    put(db, ring)
    put(db, ring, kind="shortly")
    assert outbox.due(db, AT) == 1
    outbox.drop(db, ring, ["b"])
    assert outbox.due(db, AT) == 1
    outbox.drop(db, ring, ["a"])
    assert outbox.due(db, AT) == 0


def test_a_claimed_letter_is_nobody_elses_until_its_taker_must_have_died(db, ring):
    put(db, ring)
    claimed = outbox.claim(db, ring, AT)

    assert outbox.claim(db, ring, AT + LEASE - MINUTE) is None
    assert outbox.claim(db, ring, AT + LEASE) == claimed  # the same id: the same Message-ID
    outbox.done(db, claimed.id)
    assert outbox.claim(db, ring, AT + DAY) is None


def test_a_letter_is_tried_after_ever_longer_and_at_last_given_up(db, ring):
    put(db, ring)
    at, waits = AT, []
    while (claimed := outbox.claim(db, ring, at)) and outbox.later(db, claimed.id, at):
        waits.append(db.query(Outbox).one().next_try - at)
        at += waits[-1]

    assert waits[:4] == [MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE]
    assert max(waits) == DAY
    assert len(waits) == TRIES - 1
    assert db.query(Outbox).count() == 0
    assert outbox.later(db, "gone meanwhile", at)


def test_a_letter_that_comes_too_late_does_not_go(db, ring):
    put(db, ring, "late", until=AT)
    put(db, ring, "in time", kind="shortly", until=AT + MINUTE)

    assert outbox.claim(db, ring, AT).letter.kind == "shortly"
    assert outbox.claim(db, ring, AT) is None
    assert db.query(Outbox).count() == 1


def test_a_letter_that_kills_whoever_takes_it_is_gone_at_last(db, ring):
    put(db, ring)
    at = AT
    while outbox.claim(db, ring, at):
        at += LEASE
    assert db.query(Outbox).count() == 0
    assert at == AT + TRIES * LEASE


def test_a_letter_that_does_not_open_keeps_no_other_waiting(db, ring):
    put(db, ring, "a")
    row = db.query(Outbox).one()
    row.sealed = row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])
    row.next_try = AT - MINUTE
    put(db, ring, "b", kind="shortly")

    with pytest.raises(Unreadable):
        outbox.claim(db, ring, AT)

    assert outbox.claim(db, ring, AT).letter.kind == "shortly"


def test_a_letter_is_found_again_after_the_keys_were_renewed(db, ring):
    put(db, ring)
    newer = KeyRing({**ring.keys, 2: b"2" * 32})

    outbox.put(db, newer, LETTER, key="a", at=AT)
    assert outbox.due(db, AT) == 1
    assert outbox.claim(db, newer, AT).letter == LETTER


def address(database):
    return database.url.render_as_string(hide_password=False)


def take(url, ring, mine):
    """What one worker takes and reports as sent; a little later than the others, or sooner."""
    database, taken = Database(url), []
    while True:
        with database.writing() as db:
            claimed = outbox.claim(db, ring, AT + timedelta(milliseconds=mine))
            db.commit()
        if claimed is None:
            return taken
        taken.append(claimed.letter.kind)
        with database.writing() as db:
            outbox.done(db, claimed.id)
            db.commit()


def test_workers_side_by_side_take_every_letter_once(database, ring):
    with database.writing() as db:
        for number in range(40):
            put(db, ring, str(number), kind=str(number))
        db.commit()
    database.close()

    taken = at_once(take, *[(address(database), ring, mine) for mine in range(4)])

    assert sorted(chain.from_iterable(taken), key=int) == [str(number) for number in range(40)]


def put_one(url, ring, _mine):
    with Database(url).writing() as db:
        put(db, ring)
        db.commit()


def test_the_same_letter_put_at_once_by_many_is_one(database, ring):
    database.close()
    at_once(put_one, *[(address(database), ring, mine) for mine in range(4)])
    with database.reading() as db:
        assert outbox.due(db, AT) == 1
