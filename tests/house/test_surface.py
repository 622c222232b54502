"""What the app shows of itself: what its answers are, and nothing that is not a page."""

import re

import pytest
from flask.testing import FlaskClient

from reflect.records.people import Person
from reflect.records.staff import Staff
from tests.web.reflecting import SITE, count, somebody
from tests.web.routes import NOBODY, address, routes
from tests.web.training import Training

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
KINDS = {  # what an answer may be, and for texts in which letters
    *("text/html; charset=utf-8", "text/plain; charset=utf-8", "text/csv; charset=utf-8"),
    *("text/calendar; charset=utf-8", "application/json", "application/pdf", "application/zip"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SHOWN = {"text/html; charset=utf-8", "application/json"}  # by a page of ours; the rest is saved
BARE = {"base_url": SITE, "buffered": True}  # and nobody looks at the pages
ELSEWHERE = (
    *("/.git/config", "/.git/", "/.env", "/reflect.db", "/instance/keys/0001.key", "/wsgi.py"),
    *("/static/", "/docs", "/debug", "/console", "/metrics", "/dump", "/admin/", "/swagger.json"),
    *("/%2e%2e/reflect.db", "/..%2f..%2fetc/passwd", "/pyproject.toml", "/server-status"),
)


def test_every_answer_says_what_it_is_and_opens_to_no_other_site(app):
    training = Training(app)
    training.trainer(role="administrator")
    group = training.group(training.trainer())
    moment, noor = training.moments(group)[0], somebody(app)
    training.fill(group, moment, *[0.5] * 5)
    places = {"group_id": group, "moment_id": moment, "response_id": noor.submitted()}
    found = set()
    for browser in (training.signed_in(), noor.browser):
        sent = {"csrf_token": noor.token} if browser is noor.browser else {}
        for endpoint, method, _ in list(routes(app)):
            if endpoint.endswith(("sign_out", ".erase", "language")):
                continue
            path = address(app, rule(app, endpoint, method), **places)
            answer = FlaskClient.open(browser, path, method=method, data=sent, **BARE)
            named = answer.headers["Content-Type"]
            assert named in KINDS, (path, named)
            assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]
            assert named in SHOWN or is_saved(answer), path
            assert answer.status_code != 200 or "html" not in named or lets_out(answer), path
            found.add(named)
    assert len(found) >= 4, found


def lets_out(answer) -> bool:
    """Whether the page has a way to sign out, for whoever is there."""
    return b"/sign-out" in answer.data


def rule(app, endpoint, method):
    return next(one for one in app.url_map.iter_rules(endpoint) if method in one.methods)


def is_saved(answer) -> bool:
    """Whether a browser keeps it as a file; only security.txt and calls of life are plain."""
    held = answer.headers.get("Content-Disposition", "")
    return held.startswith("attachment") or answer.mimetype == "text/plain"


def test_what_is_no_page_is_not_there(client):
    for path in ELSEWHERE:
        assert client.get(path).status_code in (404, 308, 302), path
        assert b"PRIVATE" not in client.get(path).data
    for method in ("TRACE", "PUT", "PATCH", "CONNECT", "DEBUG"):
        assert client.open("/", method=method).status_code == 405, method


def test_no_answer_tells_what_it_is_made_with(client):
    for path in ("/", "/nowhere", f"/reflections/{NOBODY}", "/health/ready"):
        answer = client.get(path)
        assert not {"Server", "X-Powered-By"} & set(answer.headers.keys())
        assert not re.search(r"Flask|Werkzeug|gunicorn|SQLAlchemy|Traceback|\.py\b", answer.text)


def test_a_new_instance_knows_nobody_and_asks_staff_nothing_that_others_might_know(app):
    assert count(app, Staff) == count(app, Person) == 0
    assert set(Staff.__table__.columns.keys()) == {
        *("id", "lookup", "sealed_email", "password_hash", "token_hash", "token_until"),
    }


def test_a_password_is_masked_and_may_be_pasted_or_filled_in(app):
    source = "".join(
        app.jinja_env.loader.get_source(app.jinja_env, name)[0]
        for name in app.jinja_env.list_templates()
        if name.endswith(".html")
    )
    fields = re.findall(r'forms\.field\("(?:confirm_)?password".*?\) }}', source)
    assert len(fields) >= 4
    for field in fields:
        assert 'type="password"' in field
        assert re.search(r'autocomplete="(new|current)-password"', field)
    assert not re.search(
        r'autocomplete="off"[^)]*type="password"|onpaste|maxlength="?\d', "".join(fields)
    )
