"""A group is told once, about five people or more, and it stays as it was told."""

from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import NoResultFound

from reflect import disclosure
from reflect.records import groups, people, releases, responses
from reflect.records.engine import Database
from reflect.records.responses import Submission
from tests.records.making import (
    AT,
    DAY,
    GRADE,
    HALF,
    MINUTE,
    RULES,
    SIGNALS,
    a_group,
    a_member,
    a_person,
    first,
    members,
    recorded,
)
from tests.records.processes import at_once

FLOOR = disclosure.FLOOR


def told(database, moment):
    with database.reading() as db:
        stored = releases.of_moment(db, moment.id)
    return stored and disclosure.Release.from_json(stored)


def close(database, ring, moment, at=AT):
    return releases.close(database, ring, moment.id, RULES, at).closes


@pytest.fixture
def world(database, ring):
    """A group of two moments, and six who submitted at the first."""
    with database.writing() as db:
        moment = first(db, a_group(db, ring))
        six = members(db, ring, moment, 6)
        db.commit()
    return moment, six


def test_a_closed_moment_tells_means_and_how_many_only_as_a_band(database, ring, world):
    moment, _ = world

    assert told(database, moment) is None
    assert close(database, ring, moment)

    release = told(database, moment)
    assert (release.group, release.organisation, release.closed) == (
        "Groep",
        "Hogeschool",
        AT.date(),
    )
    figures = {each.measure: (str(each.value), each.people) for each in release.figures}
    # (0 + 1 + ... + 5) / 36 = 5/12 of the way from 1 to 5
    assert figures == {SIGNALS.id: ("2.7", "5-9"), GRADE.id: ("5.5", "5-9")}


def test_closing_again_changes_nothing(database, ring, world):
    moment, _ = world
    close(database, ring, moment)
    before = told(database, moment)

    assert close(database, ring, moment, AT + DAY)

    assert told(database, moment) == before


def test_with_too_few_nothing_closes_and_trying_again_has_to_wait(database, ring):
    with database.writing() as db:
        moment = first(db, a_group(db, ring))
        members(db, ring, moment, FLOOR - 1)
        db.commit()

    assert not close(database, ring, moment)
    with database.writing() as db:
        a_member(db, ring, moment)
        db.commit()

    assert not close(database, ring, moment, AT + 59 * MINUTE)
    assert close(database, ring, moment, AT + 60 * MINUTE)


def test_after_the_deadline_too_few_are_pooled_and_nothing_is_told(database, ring):
    with database.writing() as db:
        moment = first(db, a_group(db, ring, deadline=AT.date()))
        members(db, ring, moment, FLOOR - 1)
        db.commit()
        assert releases.due(db, AT) == []
        assert [due.moment_id for due in releases.due(db, AT + DAY)] == [moment.id]

    assert close(database, ring, moment, AT + DAY)

    assert [each.reason for each in told(database, moment).withheld] == ["too_few", "too_few"]
    with database.reading() as db:
        pooled = db.query(releases.Pool).all()
        assert {row.measure for row in pooled} == {"q/1/domain:signalen", "q/1/grade:cijfer"}
        assert len(pooled) == 2 * (FLOOR - 1)


def test_pooled_contributions_of_an_erased_person_go(database, ring):
    with database.writing() as db:
        moment = first(db, a_group(db, ring, deadline=AT.date()))
        four = members(db, ring, moment, FLOOR - 1)
        db.commit()
    close(database, ring, moment, AT + DAY)

    with database.writing() as db:
        people.erase(db, four[0].me.person_id)
        db.commit()
        left = db.query(releases.Pool).all()

    assert {row.response_id for row in left} == {each.response_id for each in four[1:]}


def test_a_moment_that_is_not_open_yet_does_not_close(database, ring, world):
    with database.reading() as db:
        planned = groups.moments(db, world[0].group_id)[1]

    with pytest.raises(NoResultFound):
        close(database, ring, planned)


def test_a_crash_after_freezing_is_gone_on_with(database, ring, world):
    moment, _ = world
    with database.writing() as db:
        releases.freeze(db, moment.id, floor=FLOOR, at=AT)
        db.commit()
        assert [due.moment_id for due in releases.due(db, AT)] == [moment.id]

    assert close(database, ring, moment)

    assert len(told(database, moment).figures) == 2


def test_who_was_erased_while_the_picture_was_computed_is_not_in_it(database, ring, world):
    moment, six = world
    with database.writing() as db:
        releases.freeze(db, moment.id, floor=FLOOR, at=AT)
        db.commit()
        read = releases.draw(db, ring, moment.id, RULES, AT.date())
        people.erase(db, six[0].me.person_id)
        db.commit()

        assert not recorded(db, moment, read)

    close(database, ring, moment)
    # without the one who gave 0: (1 + ... + 5) / 30 = half way
    assert [str(each.value) for each in told(database, moment).figures] == ["3.0", "5.5"]


@pytest.mark.parametrize("what", ["an edit", "erasure", "a late response"])
def test_what_was_told_stays_as_it_is_after(database, ring, world, what):
    moment, six = world
    with database.writing() as db:
        late = a_person(db, ring)
        db.commit()
    close(database, ring, moment)
    before = told(database, moment)

    with database.writing() as db:
        if what == "erasure":
            people.erase(db, six[0].me.person_id)
        elif what == "an edit":
            again = Submission(six[0].response_id, 0, {}, {SIGNALS.id: Fraction(1)})
            responses.submit(db, ring, six[0].me, again, AT + DAY)
        else:
            a_member(db, ring, moment, Fraction(1), me=late)
        db.commit()
    close(database, ring, moment, AT + DAY)

    assert told(database, moment) == before


def test_after_the_last_moment_contributions_and_their_key_are_destroyed(database, ring, world):
    moment, six = world
    close(database, ring, moment)
    with database.writing() as db:
        group = groups.one(db, *db.execute(select(groups.Group.staff_id, groups.Group.id)).one())
        assert group.wrapped_key is not None
        assert releases.submitted(db, moment.id) == 6
        second = groups.open_next(db, group, AT)
        for member in six:
            a_member(db, ring, second, HALF, me=member.me)
        db.commit()

    close(database, ring, second, AT + DAY)

    with database.reading() as db:
        assert db.scalars(select(groups.Group.wrapped_key)).all() == [None]
        assert db.scalars(select(func.count()).select_from(responses.Contribution)).one() == 0
        assert releases.roster(db, ring, second.id) == {}
        with pytest.raises(NoResultFound):
            groups.by_join_code(db, ring, groups.code(group, ring) or "")


def overlapping(db, ring):
    """Two groups that share all but one member each: told both, those two stand apart."""
    one, other = (first(db, a_group(db, ring, ("before",))) for _ in range(2))
    shared = members(db, ring, one, 6)
    for member in shared[:5]:
        a_member(db, ring, other, HALF, HALF, me=member.me)
    return one, other


def test_of_overlapping_groups_only_the_first_is_told(database, ring):
    with database.writing() as db:
        one, other = overlapping(db, ring)
        db.commit()

    assert close(database, ring, one)
    assert close(database, ring, other)

    assert len(told(database, one).figures) == 2
    assert [each.reason for each in told(database, other).withheld] == ["ledger", "ledger"]


def test_overlapping_groups_closed_at_once_by_two_processes_are_never_both_told(database, ring):
    url = database.url.render_as_string(hide_password=False)
    for _ in range(3):
        with database.writing() as db:
            pair = overlapping(db, ring)
            db.commit()
        at_once(close_there, *[(url, ring, moment.id) for moment in pair])

        assert sorted(len(told(database, moment).figures) for moment in pair) == [0, 2]


def close_there(url, ring, moment_id):
    releases.close(Database(url), ring, moment_id, RULES, AT + timedelta(hours=1))
