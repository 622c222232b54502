"""The client that looks at pages: it sees what breaks a rule, and what a request left undone."""

import pytest
from flask import render_template

from reflect.records import organisations
from reflect.web import access, current

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def forget() -> str:
    with current.writing() as db:
        organisations.named(db, "Zonder commit")
    return render_template("start/accessibility.html", config=current.house().config)


def leave_open() -> str:
    session = current.house().database.reading().__enter__()
    organisations.every(session)
    LEFT.append(session)
    return render_template("start/accessibility.html", config=current.house().config)


LEFT: list = []
SPOILED = [
    (lambda: "<p>no page", "Expected DOCTYPE"),
    (forget, "changed without a commit"),
    (leave_open, "a session was left open"),
]


@pytest.mark.parametrize(("view", "seen"), SPOILED)
def test_a_page_that_breaks_a_rule_is_seen_by_whichever_test_asks_for_it(
    app, monkeypatch, view, seen
):
    monkeypatch.setitem(access.ROUTES, "spoiled", access.Access.ANYONE)
    app.add_url_rule("/spoiled", "spoiled", view)
    with pytest.raises(Exception, match=seen):
        app.test_client().get("/spoiled")
    while LEFT:
        LEFT.pop().close()
