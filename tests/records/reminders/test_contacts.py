"""An address that ends just as it is wished or written to is in nobody's way."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from reflect.records import memberships, reminders
from reflect.records.addresses import Mailbox
from reflect.records.outbox import Outbox
from reflect.records.reminders import Contact, Wish
from tests.records.making import AT, COUNTS, DAY, a_group, a_person


@pytest.fixture
def noor(postgres, ring):
    """Somebody with reminders, who just joined a second group."""
    with postgres.writing() as db:
        one, two = (a_group(db, ring, deadline=(AT + 10 * DAY).date()) for _ in range(2))
        me = a_person(db, ring)
        memberships.join(db, me.person_id, one.id, COUNTS, AT)
        reminders.remember(db, ring, me, Mailbox("noor@example.org", "nl"))
        reminders.follow(db, me, AT)
        memberships.join(db, me.person_id, two.id, COUNTS, AT)
        db.commit()
    return me


def at_once(postgres, first, second):
    """`second` begins while `first` is not done: it waits, and then nothing is left."""

    def meanwhile():
        with postgres.writing() as db:
            second(db)
            db.commit()

    with ThreadPoolExecutor(1) as pool, postgres.writing() as db:
        first(db)
        waiting = pool.submit(meanwhile)
        with pytest.raises(TimeoutError):
            waiting.result(timeout=0.3)
        db.commit()
        waiting.result(timeout=10)
    with postgres.reading() as db:
        assert [db.query(table).count() for table in (Contact, Wish, Outbox)] == [0, 0, 0]


def test_a_group_is_joined_just_as_an_address_with_nothing_left_to_say_is_swept(postgres, noor):
    with postgres.writing() as db:
        db.query(Wish).delete()
        db.commit()
    at_once(postgres, reminders.sweep, lambda db: reminders.follow(db, noor, AT))


def test_letters_are_made_just_as_an_address_is_forgotten(postgres, ring, noor):
    at_once(
        postgres,
        lambda db: reminders.forget(db, noor),
        lambda db: reminders.enqueue(db, ring, AT + 8 * DAY),
    )
