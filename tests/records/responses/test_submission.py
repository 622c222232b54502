"""A response is submitted once and whole, whoever clicks how often."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import NoResultFound

from reflect.records import memberships, releases, responses
from reflect.records.memberships import Wishes
from reflect.records.responses import Moved, Submission
from tests.records.making import (
    AT,
    COUNTS,
    HALF,
    SIGNALS,
    a_definition,
    a_group,
    a_member,
    a_person,
    first,
    keep,
)

GIVEN = {SIGNALS.id: HALF}


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_twenty_clicks_submit_once_and_get_the_same_receipt(database, ring):
    with database.writing() as db:
        moment, me = first(db, a_group(db, ring)), a_person(db, ring)
        memberships.join(db, me.person_id, moment.group_id, COUNTS, AT)
        response = responses.start(db, me, moment.id, AT)
        revision = keep(db, me, response.id, {"a1": 3}, AT)
        db.commit()
    submission = Submission(response.id, revision, {"scores": [1]}, GIVEN)

    def click(_number):
        with database.writing() as db:
            receipt = responses.submit(db, ring, me, submission, AT)
            db.commit()
            return receipt

    with ThreadPoolExecutor(20) as pool:
        receipts = set(pool.map(click, range(20)))

    assert len(receipts) == 1
    with database.reading() as db:
        submitted, profile = responses.profile(db, me, response.id)
        assert (submitted.state, submitted.receipt, profile) == (
            "submitted",
            receipts.pop(),
            {"scores": [1]},
        )
        assert releases.submitted(db, moment.id) == 1
        sheet = responses.sheet(db, me, response.id)
        assert (sheet.values, sheet.is_submitted) == ({"a1": 3}, True)
        assert db.query(responses.Answer).count() == 0


def test_a_profile_of_older_answers_is_not_submitted(db, ring):
    me = a_person(db, ring)
    draft = responses.start_alone(db, me, a_definition(db), "after", AT)
    seen = keep(db, me, draft.id, {"a1": 3}, AT)
    keep(db, me, draft.id, {"a1": 4}, AT)

    with pytest.raises(Moved):
        responses.submit(db, ring, me, Submission(draft.id, seen, {}, None), AT)
    with pytest.raises(NoResultFound):
        responses.profile(db, me, draft.id)


def test_what_a_draft_remembered_is_forgotten_at_submission(db, ring):
    me = a_person(db, ring)
    draft = responses.start_alone(db, me, a_definition(db), "after", AT)
    responses.save(db, me, draft.id, {"a1": "Ik heette Jan"}, AT)
    revision = responses.save(db, me, draft.id, {"a1": None}, AT)

    responses.submit(db, ring, me, Submission(draft.id, revision, {}, None), AT)

    assert responses.sheet(db, me, draft.id).history == {"a1": [(2, None, "")]}


@pytest.mark.parametrize("why", ["does not want to", "left", "too late", "alone"])
def test_who_does_not_count_still_submits(db, ring, why):
    moment, me = first(db, a_group(db, ring)), a_person(db, ring)
    wishes = Wishes(counts=why != "does not want to", research=False)
    memberships.join(db, me.person_id, moment.group_id, wishes, AT)
    if why == "alone":
        response = responses.start_alone(db, me, a_definition(db), "after", AT)
    else:
        response = responses.start(db, me, moment.id, AT)
    if why == "left":
        memberships.withdraw(db, me.person_id, moment.group_id)
    if why == "too late":
        moment.state = "closing"
        db.flush()

    responses.submit(db, ring, me, Submission(response.id, 0, {"scores": []}, GIVEN), AT)

    assert responses.profile(db, me, response.id)[1] == {"scores": []}
    assert releases.submitted(db, moment.id) == 0


def test_the_profile_of_another_does_not_exist(db, ring):
    member = a_member(db, ring, first(db, a_group(db, ring)))

    with pytest.raises(NoResultFound):
        responses.profile(db, a_person(db, ring), member.response_id)
