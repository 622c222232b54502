"""People join, change their mind, and leave with what they gave."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.records import groups, memberships, people, releases, responses
from reflect.records.groups import Full
from reflect.records.memberships import Wishes
from tests.records.making import AT, COUNTS, HALF, SIGNALS, a_group, a_member, a_person, first

NOT = Wishes(counts=False, research=True)


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_joining_twice_changes_only_the_wishes(db, ring):
    group, me = a_group(db, ring), a_person(db, ring)

    told = [
        memberships.join(db, me.person_id, group.id, wishes, AT) for wishes in (COUNTS, NOT, NOT)
    ]

    assert told == [True, True, False]
    assert group.taken == 1
    mine = memberships.of(db, me.person_id)
    assert {(member.counts, member.research) for member, _, _ in mine} == {(False, True)}
    assert [(group.name, moment.number) for _, its, moment in mine] == [
        ("Groep", 1),
        ("Groep", 2),
    ]


def test_who_no_longer_wants_to_count_takes_back_what_was_given(db, ring):
    moment = first(db, a_group(db, ring))
    member = a_member(db, ring, moment)
    assert releases.submitted(db, moment.id) == 1

    memberships.join(db, member.me.person_id, moment.group_id, NOT, AT)

    assert releases.submitted(db, moment.id) == 0


def test_leaving_takes_back_what_was_given_and_keeps_the_own_answers(db, ring):
    moment = first(db, a_group(db, ring))
    member = a_member(db, ring, moment)

    memberships.withdraw(db, member.me.person_id, moment.group_id)

    assert releases.submitted(db, moment.id) == 0
    assert not memberships.is_in(db, member.me.person_id, moment.group_id)
    assert [row.id for row in responses.of(db, member.me.person_id)] == [member.response_id]
    with pytest.raises(NoResultFound):
        memberships.withdraw(db, member.me.person_id, moment.group_id)


def test_once_a_moment_is_closing_what_was_given_stays(db, ring):
    moment = first(db, a_group(db, ring))
    member = a_member(db, ring, moment)
    moment.state = "closing"
    db.flush()

    memberships.withdraw(db, member.me.person_id, moment.group_id)

    assert releases.submitted(db, moment.id) == 1


def test_a_stopped_group_takes_nobody_in_but_lets_members_change_their_mind(db, ring):
    group, me = a_group(db, ring), a_person(db, ring)
    memberships.join(db, me.person_id, group.id, COUNTS, AT)
    groups.stop_code(db, group)

    assert memberships.join(db, me.person_id, group.id, NOT, AT)
    with pytest.raises(NoResultFound):
        memberships.join(db, a_person(db, ring).person_id, group.id, COUNTS, AT)


def test_no_more_join_than_there_are_places_however_many_try_at_once(database, ring):
    with database.writing() as db:
        group = a_group(db, ring, cap=3)
        people = [a_person(db, ring) for _ in range(8)]
        db.commit()

    def join(person):
        with database.writing() as db:
            try:
                memberships.join(db, person.person_id, group.id, COUNTS, AT)
            except Full:
                return False
            db.commit()
            return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(join, people)) == 3


def test_a_group_that_was_not_joined_does_not_exist(db, ring):
    moment = first(db, a_group(db, ring))
    member = a_member(db, ring, moment)

    assert memberships.one(db, member.me.person_id, moment.group_id).id == moment.group_id
    with pytest.raises(NoResultFound):
        memberships.one(db, a_person(db, ring).person_id, moment.group_id)


def test_who_counts_after_all_gives_again_what_was_submitted(db, ring):
    moment = first(db, a_group(db, ring))
    member = a_member(db, ring, moment)
    memberships.join(db, member.me.person_id, moment.group_id, NOT, AT)

    memberships.join(db, member.me.person_id, moment.group_id, COUNTS, AT)
    for _ in range(2):
        responses.contribute(db, ring, member.me, member.response_id, {SIGNALS.id: HALF})

    assert releases.submitted(db, moment.id) == 1


def test_closing_waits_for_a_withdrawal_that_was_first(postgres, ring):
    with postgres.writing() as db:
        moment = first(db, a_group(db, ring))
        leaving, *_ = [a_member(db, ring, moment) for _ in range(5)]
        db.commit()

    def close():
        with postgres.writing() as db:
            verdict = releases.freeze(db, moment.id, floor=5, at=AT)
            db.commit()
            return verdict.closes

    with ThreadPoolExecutor(1) as pool, postgres.writing() as db:
        memberships.withdraw(db, leaving.me.person_id, moment.group_id)
        closing = pool.submit(close)
        with pytest.raises(TimeoutError):
            closing.result(timeout=0.3)
        db.commit()
        assert not closing.result(timeout=5)


def test_a_place_that_was_taken_never_comes_free(db, ring):
    group = a_group(db, ring, cap=2)
    for leave in (memberships.withdraw, lambda db, person_id, _: people.erase(db, person_id)):
        me = a_person(db, ring)
        memberships.join(db, me.person_id, group.id, COUNTS, AT)
        leave(db, me.person_id, group.id)

    db.refresh(group)
    assert group.taken == 2
    with pytest.raises(Full):
        memberships.join(db, a_person(db, ring).person_id, group.id, COUNTS, AT)
