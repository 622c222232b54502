"""What belongs to one request: few questions to the records, and no writing by looking."""

import re
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event
from werkzeug.exceptions import NotFound

from reflect.records.sessions import Session
from reflect.web import current
from tests.web.importing import administrator
from tests.web.routes import address

TABLE = re.compile(r"(?:SELECT|UPDATE|INSERT INTO) (\w+)")
WRITES = ("INSERT", "UPDATE", "DELETE")
NOTED = {"audit", "audit_head"}  # where it is written that staff was refused, or took a file along
MOST = 2  # questions to the records for the page of a section: who is there, and what they wrote
SAVING = ["SELECT session", "SELECT answer", "SELECT response", "UPDATE response"]
SENDING = 7  # words to the records when it is sent in on one's own, the freezing included


@contextmanager
def statements():
    """Every statement that reaches a database meanwhile."""
    heard = []

    def hear(_connection, _cursor, statement, *_):
        heard.append(" ".join(statement.split()))

    event.listen(Engine, "before_cursor_execute", hear)
    yield heard
    event.remove(Engine, "before_cursor_execute", hear)


def asked(heard):
    return [one for one in heard if not one.startswith("BEGIN")]


def test_the_page_of_a_section_asks_the_records_little(noor):
    alone = noor.draft(answers={"a1": 4})
    for path in (f"/reflections/{alone}/signalen", f"/reflections/{alone}/terugkijken"):
        noor.see(path)
        with statements() as heard:
            noor.see(path)
        assert len(asked(heard)) <= MOST, asked(heard)


def test_saving_a_section_asks_and_says_little(noor):
    path = f"/reflections/{noor.draft(answers={'a1': 4})}/signalen"
    noor.post(path, q_a1="3", seen="1")
    with statements() as heard:
        noor.post(path, q_a1="2", seen="2")
    assert [f"{one.split()[0]} {TABLE.search(one)[1]}" for one in asked(heard)] == SAVING


def test_sending_in_asks_and_says_little(noor):
    alone = noor.draft(answers={"a1": 4})
    with statements() as heard:
        noor.post(f"/reflections/{alone}/submit")
    assert len(asked(heard)) <= SENDING, asked(heard)


def test_looking_writes_nothing_but_what_staff_was_refused_or_took_along(app, noor, training):
    group = training.group(training.trainer())
    moment = training.moments(group)[0]
    draft, report = noor.draft(answers={"a1": 4}), noor.submitted()
    browsers = (app.test_client(), noor.browser, training.signed_in(), administrator(training))
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in rule.methods]
    with statements() as heard:
        for rule in rules:
            for response in (draft, report):
                places = {"group_id": group, "moment_id": moment, "response_id": response}
                path = address(app, rule, **places)
                for browser in browsers:
                    browser.get(path)
    assert heard
    assert {TABLE.search(one)[1] for one in heard if one.startswith(WRITES)} == NOTED


def test_a_session_is_said_to_be_alive_at_most_every_five_minutes(noor, clock):
    begun = clock.now
    for minutes, seen in ((4, 0), (1, 5), (4, 5), (3, 12)):
        clock.forward(minutes=minutes)
        noor.see("/reflections")
        assert last_seen(noor) == begun + timedelta(minutes=seen)


def last_seen(noor):
    with noor.house.database.reading() as db:
        return db.query(Session.last_seen).scalar()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_who_is_nobody_has_no_answers(app):
    """The guard lets nobody come so far; a page that forgot it would still show nothing."""
    with app.test_request_context("/"), pytest.raises(NotFound):
        current.me()
