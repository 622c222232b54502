"""What is to be told is laid down in short steps, and tells nothing before all of it is there."""

import pytest
from sqlalchemy import func, select

from reflect.disclosure import key
from reflect.records import organisations, releases
from reflect.records.releases import Member, Pool, Release, pace, staging
from reflect.records.releases.ledger import ledger, seen
from reflect.records.releases.pooling import ponds
from tests.records.making import AT, DAY, FINGERPRINT, RULES, a_group, first, members

FLOOR = 5


@pytest.fixture
def closing(sqlite, ring, monkeypatch):
    """A moment that is closing: six people gave two measures, and steps are short."""
    monkeypatch.setattr(pace, "MOST", 2)
    with sqlite.writing() as db:
        moment = first(db, a_group(db, ring, ("before",)))
        members(db, ring, moment, 6)
        moment.state = "closing"
        organisations.pool_key(db, ring, organisations.every(db)[0].id)
        db.commit()
    return moment


def drawn(database, ring, moment):
    with database.reading() as db:
        return releases.draw(db, ring, moment.id, RULES, AT.date())


def rows(database, *tables):
    with database.reading() as db:
        return [db.scalars(select(func.count()).select_from(table)).one() for table in tables]


def test_what_is_staged_tells_nothing(sqlite, ring, closing):
    whole = drawn(sqlite, ring, closing)

    staging.stage(sqlite, whole)

    assert rows(sqlite, Release, Member) == [1, 6]
    with sqlite.reading() as db:
        assert (seen(db), releases.of_moment(db, closing.id), releases.everything(db)) == (
            0,
            None,
            [],
        )
        everybody = [row["subject"] for row in whole.drafts[0].members]
        near = ledger(db, "q", everybody, FLOOR)
        assert near.untold(key("q", 1, "domain:signalen"), everybody) == {*everybody}


def test_a_closing_that_was_killed_half_way_is_closed_again_and_its_drafts_go(
    sqlite, ring, closing
):
    killed = drawn(sqlite, ring, closing)
    for step in list(staging.steps(killed))[:-1]:
        with sqlite.writing() as db:
            staging.lay(db, step)
            db.commit()

    assert releases.close(sqlite, ring, closing.id, RULES, AT).closes

    assert rows(sqlite, Release, Member) == [2, 6 + 4]
    staging.sweep(sqlite, (AT + DAY).date())
    assert rows(sqlite, Release, Member) == [2, 6 + 4]  # it could be going on still
    staging.sweep(sqlite, (AT + 2 * DAY).date())
    assert rows(sqlite, Release, Member) == [1, 6]


def test_what_was_drawn_and_is_no_longer_laid_down_is_not_told(sqlite, ring, closing):
    whole = drawn(sqlite, ring, closing)
    staging.stage(sqlite, whole)
    staging.clear(sqlite, whole)

    with sqlite.writing() as db:
        assert not releases.record(db, closing.id, whole, AT)
    assert rows(sqlite, Release, Member) == [0, 0]


def test_what_is_withheld_waits_in_the_pool_once_that_was_told(sqlite, ring, monkeypatch):
    monkeypatch.setattr(pace, "MOST", 3)
    with sqlite.writing() as db:
        pair = [first(db, a_group(db, ring, ("before",))) for _ in range(2)]
        for moment in pair:
            members(db, ring, moment, 4)
            moment.deadline = (AT - DAY).date()
        db.commit()
    releases.close(sqlite, ring, pair[0].id, RULES, AT)
    with sqlite.writing() as db:
        releases.freeze(db, pair[1].id, floor=FLOOR, at=AT)
        db.commit()

    whole = drawn(sqlite, ring, pair[1])
    staging.stage(sqlite, whole)

    assert rows(sqlite, Pool) == [16]
    with sqlite.reading() as db:
        assert ponds(db, FLOOR) == []
    staging.clear(sqlite, whole)
    assert rows(sqlite, Pool) == [8]
    releases.close(sqlite, ring, pair[1].id, RULES, AT)
    with sqlite.reading() as db:
        assert [one.definition.fingerprint for one in ponds(db, FLOOR)] == [FINGERPRINT]
