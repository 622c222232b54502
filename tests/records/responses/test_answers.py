"""Nothing that was acknowledged is lost, and a stale page brings nothing back."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import NoResultFound

from reflect.records import responses
from reflect.records.engine import Database
from reflect.records.responses import Edit, Response, Sheet, Submitted
from reflect.records.responses.answers import MANY
from reflect.records.sealing import Unreadable
from tests.records.making import AT, a_definition, a_group, a_member, a_person, first, keep
from tests.records.processes import at_once
from tests.web.counting import counted


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


@pytest.fixture
def me(db, ring):
    return a_person(db, ring)


@pytest.fixture
def draft(db, me):
    return responses.start_alone(db, me, a_definition(db), "after", AT)


def test_answers_are_as_they_were_last_said_however_they_were_kept(db, me, draft):
    keep(db, me, draft.id, {"a1": 2}, AT)
    responses.save(db, me, draft.id, {"a1": 3, "b1": ("x", "y"), "c1": "tekst", "d1": "na"}, AT)
    keep(db, me, draft.id, {"a1": 4}, AT)
    revision = keep(db, me, draft.id, {"c1": None}, AT)

    sheet = responses.sheet(db, me, draft.id)

    assert sheet.values == {"a1": 4, "b1": ("x", "y"), "d1": "na"}
    assert sheet.response.revision == revision == 4
    assert [sheet.changed(question) for question in ("a1", "b1", "c1", "z9")] == [3, 2, 4, 0]


def test_a_page_can_be_compared_with_the_answers_it_was_rendered_from(db, me, draft):
    rendered = responses.save(db, me, draft.id, {"a1": 1, "b1": 1}, AT)
    keep(db, me, draft.id, {"a1": 5}, AT)
    responses.save(db, me, draft.id, {"b1": None, "c1": 2}, AT)

    sheet = responses.sheet(db, me, draft.id)

    assert sheet.at(rendered) == {"a1": 1, "b1": 1}
    assert sheet.at(rendered + 1) == {"a1": 5, "b1": 1}
    assert sheet.values == {"a1": 5, "c1": 2}


def test_an_answer_remembers_only_its_last_changes(db, me, draft):
    for value in range(10):
        responses.save(db, me, draft.id, {"a1": value}, AT)

    assert [value for _, value, _ in responses.sheet(db, me, draft.id).history["a1"]] == [
        6,
        7,
        8,
        9,
    ]


def test_response_and_answers_are_read_by_one_query(db, me, draft):
    responses.save(db, me, draft.id, {"a1": 1}, AT)
    keep(db, me, draft.id, {"a1": 2}, AT)
    db.flush()

    with counted() as asked:
        responses.sheet(db, me, draft.id)

    assert len(asked) == 1


def test_after_submission_answers_change_no_more(db, ring):
    member = a_member(db, ring, first(db, a_group(db, ring)))

    for change in (keep, responses.save):
        with pytest.raises(Submitted):
            change(db, member.me, member.response_id, {"a1": 1}, AT)


def test_nobody_writes_into_anothers_response(db, ring, draft):
    other = a_person(db, ring)

    for change in (keep, responses.save):
        with pytest.raises(NoResultFound):
            change(db, other, draft.id, {"a1": 1}, AT)


def test_sealed_answers_swapped_between_rows_are_refused(db, me, draft):
    keep(db, me, draft.id, {"a1": 1}, AT)
    keep(db, me, draft.id, {"a1": 2}, AT)
    first_kept, last_kept = db.query(responses.Answer).order_by(responses.Answer.revision)
    first_kept.sealed, last_kept.sealed = last_kept.sealed, first_kept.sealed
    db.flush()

    with pytest.raises(Unreadable):
        responses.sheet(db, me, draft.id)


def test_an_older_snapshot_put_back_is_refused(db, me, draft):
    responses.save(db, me, draft.id, {"a1": 1}, AT)
    older = db.scalars(select(Response.snapshot)).one()
    responses.save(db, me, draft.id, {"a1": 2}, AT)
    db.execute(update(Response).values(snapshot=older))

    with pytest.raises(Unreadable):
        responses.sheet(db, me, draft.id)


def test_a_sheet_is_opened_again_only_when_it_changed_meanwhile(db, me, draft):
    keep(db, me, draft.id, {"a1": 1}, AT)
    read = responses.sheet(db, me, draft.id)

    assert responses.again(db, me, read) is read

    keep(db, me, draft.id, {"a1": 2}, AT)
    assert read.values == {"a1": 1}
    assert responses.again(db, me, read).values == {"a1": 2}


def test_answers_kept_and_saved_by_many_at_once_are_all_there(database, ring):
    with database.writing() as db:
        me = a_person(db, ring)
        draft = responses.start_alone(db, me, a_definition(db), "after", AT)
        db.commit()
    url = database.url.render_as_string(hide_password=False)

    at_once(write, *[(url, me, draft.id, writer) for writer in range(4)])

    with database.reading() as db:
        sheet = responses.sheet(db, me, draft.id)
    assert sheet.values == {f"q{writer}-{turn}": turn for writer in range(4) for turn in range(15)}
    assert sheet.response.revision == 60


def write(url, me, response_id, writer):
    database = Database(url)
    change = keep if writer % 2 else responses.save
    for turn in range(15):
        with database.writing() as db:
            change(db, me, response_id, {f"q{writer}-{turn}": turn}, AT)
            db.commit()


def test_a_page_knows_what_it_sent_itself_and_not_what_another_did(db, me, draft):
    for value, page in ((1, "here"), (2, "here"), (3, "there")):
        held = responses.sheet(db, me, draft.id, lock=True)
        responses.add(db, held, Edit({f"a{value}": value, "b": value}, page), AT)

    read = responses.sheet(db, me, draft.id)

    assert read.seen_by("here", 0) == {"a1": 1, "a2": 2}
    assert read.seen_by("there", 2) == {"a1": 1, "a2": 2, "a3": 3, "b": 3}
    assert read.seen_by("", 0) == {}


def test_many_single_answers_are_folded_on_the_way(db, me, draft):
    for value in range(MANY + 1):
        keep(db, me, draft.id, {"a1": value}, AT)

    assert db.query(responses.Answer).count() == 0
    assert responses.sheet(db, me, draft.id).values == {"a1": MANY}


def test_a_page_knows_its_own_words_after_another_wrote_and_wiped_there():
    history = {"a1": [(1, 4, "there"), (2, None, "there"), (3, 2, "here")]}
    sheet = Sheet(responses.Response(revision=3), b"", history)
    assert sheet.seen_by("here", 0) == {"a1": 2}
    assert sheet.seen_by("there", 0) == {}
