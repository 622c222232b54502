"""Somebody erases what they filled in while a moment closes: it is in before, or out for good."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from reflect.records import people, releases, responses
from reflect.records.releases import Pool
from reflect.records.releases.drafts import Drawn
from tests.records.making import AT, DAY, RULES, a_group, first, members, recorded

BRIEF = 0.3  # seconds after which something surely waits


@pytest.fixture
def moment(database, ring):
    """A moment past its deadline, with five who count."""
    with database.writing() as db:
        moment = first(db, a_group(db, ring, deadline=(AT - DAY).date()))
        moment.members = members(db, ring, moment, 5)
        db.commit()
    return moment


def frozen(database, ring, moment) -> Drawn:
    """Closing, and what was read of it."""
    with database.writing() as db:
        assert releases.freeze(db, moment.id, floor=5, at=AT).closes
        db.commit()
    with database.writing() as db:
        drawn = releases.draw(db, ring, moment.id, RULES, AT.date())
        db.commit()  # the key of the pool
    return drawn


def test_who_erases_while_a_moment_is_closing_is_not_told_of(database, ring, moment):
    closing, leaving = frozen(database, ring, moment), moment.members[0]
    with database.writing() as db:
        responses.erase(db, leaving.me.person_id, leaving.response_id)
        db.commit()

    with database.writing() as db:
        assert not recorded(db, moment, closing)
    releases.close(database, ring, moment.id, RULES, AT)

    with database.reading() as db:
        told = releases.of_moment(db, moment.id)
        waiting = {row.response_id for row in db.query(Pool)}
    assert told["figures"] == []
    assert waiting == {member.response_id for member in moment.members[1:]}


def test_who_erases_after_a_release_changes_nothing_of_it(database, ring, moment):
    releases.close(database, ring, moment.id, RULES, AT)
    with database.reading() as db:
        told = releases.of_moment(db, moment.id)

    with database.writing() as db:
        for member in moment.members:
            people.erase(db, member.me.person_id)
        db.commit()

    with database.reading() as db:
        assert releases.of_moment(db, moment.id) == told
        assert told["figures"]
        assert db.query(releases.Member).count() == 5


def test_what_waits_in_a_pool_goes_with_whom_it_is_of(database, ring, moment):
    leaving, *others = moment.members
    with database.writing() as db:
        responses.erase(db, others[0].me.person_id, others[0].response_id)
        db.commit()
    releases.close(database, ring, moment.id, RULES, AT)

    with database.writing() as db:
        people.erase(db, leaving.me.person_id)
        people.erase(db, leaving.me.person_id)  # again is nothing
        db.commit()

    with database.reading() as db:
        assert {row.response_id for row in db.query(Pool)} == {
            member.response_id for member in others[1:]
        }


@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_a_closing_waits_for_an_erasure_that_was_first(database, ring, moment):
    closing, leaving = frozen(database, ring, moment), moment.members[0]

    def record():
        with database.writing() as db:
            done = recorded(db, moment, closing)
            db.commit()
            return done

    with ThreadPoolExecutor(1) as pool, database.writing() as db:
        people.erase(db, leaving.me.person_id)
        recording = pool.submit(record)
        with pytest.raises(TimeoutError):
            recording.result(timeout=BRIEF)
        db.commit()
        assert not recording.result(timeout=5)


@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_an_erasure_waits_for_a_closing_that_was_first(database, ring, moment):
    spare = moment.members[1]
    with database.writing() as db:
        responses.erase(db, spare.me.person_id, spare.response_id)  # four: they wait in a pool
        db.commit()
    leaving, closing = moment.members[0], None
    with database.writing() as db:
        db.get(type(moment), moment.id).state = "closing"
        closing = releases.draw(db, ring, moment.id, RULES, AT.date())
        db.commit()

    def erase():
        with database.writing() as db:
            people.erase(db, leaving.me.person_id)
            db.commit()

    with ThreadPoolExecutor(1) as pool, database.writing() as db:
        assert recorded(db, moment, closing, AT + timedelta(minutes=1))
        erasing = pool.submit(erase)
        with pytest.raises(TimeoutError):
            erasing.result(timeout=BRIEF)
        db.commit()
        erasing.result(timeout=5)

    with database.reading() as db:
        assert {row.response_id for row in db.query(Pool)} == {
            member.response_id for member in moment.members[2:]
        }
