"""A response begins once, and is its owner's alone."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.records import groups, memberships, responses
from tests.records.making import AT, COUNTS, a_definition, a_group, a_person, first, keep


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_twenty_clicks_begin_one_response(database, ring):
    with database.writing() as db:
        moment, me = first(db, a_group(db, ring)), a_person(db, ring)
        memberships.join(db, me.person_id, moment.group_id, COUNTS, AT)
        db.commit()

    def begin(_click):
        with database.writing() as db:
            response = responses.start(db, me, moment.id, AT)
            db.commit()
            return response.id

    with ThreadPoolExecutor(10) as pool:
        begun = set(pool.map(begin, range(20)))

    assert len(begun) == 1
    with database.reading() as db:
        assert {row.id for row in responses.of(db, me.person_id)} == begun


def test_a_response_in_a_group_needs_membership_and_an_opened_moment(db, ring):
    group, me = a_group(db, ring), a_person(db, ring)
    before, after = groups.moments(db, group.id)

    with pytest.raises(NoResultFound):
        responses.start(db, me, before.id, AT)
    memberships.join(db, me.person_id, group.id, COUNTS, AT)
    with pytest.raises(NoResultFound):
        responses.start(db, me, after.id, AT)


def test_alone_the_same_draft_is_taken_up_again(db, ring):
    fingerprint, me = a_definition(db), a_person(db, ring)

    draft = responses.start_alone(db, me, fingerprint, "after", AT)

    assert responses.start_alone(db, me, fingerprint, "after", AT) is draft
    assert responses.start_alone(db, me, fingerprint, "later", AT) is not draft


def test_anothers_response_does_not_exist(db, ring):
    me, other = a_person(db, ring), a_person(db, ring)
    draft = responses.start_alone(db, me, a_definition(db), "after", AT)

    assert responses.one(db, me.person_id, draft.id) is draft
    for ask in (responses.one, responses.erase):
        with pytest.raises(NoResultFound):
            ask(db, other.person_id, draft.id)
    with pytest.raises(NoResultFound):
        responses.sheet(db, other, draft.id)


def test_an_erased_response_is_gone_with_its_answers(db, ring):
    me = a_person(db, ring)
    draft = responses.start_alone(db, me, a_definition(db), "after", AT)
    keep(db, me, draft.id, {"a1": 3}, AT)

    responses.erase(db, me.person_id, draft.id)

    assert responses.of(db, me.person_id) == []
    assert db.query(responses.Answer).count() == 0
