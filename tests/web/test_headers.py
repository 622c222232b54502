"""What every answer carries, and whose requests are refused."""

import re

import pytest

from reflect.app import create_app
from reflect.records.responses import Response as Filled
from reflect.web.headers import SECURE
from tests.pages import Page
from tests.web.reflecting import count
from tests.web.routes import routes

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
START = "/start/onveiligheid-opheffen"
HERE = "http://127.0.0.1:8000"


def test_every_route_answers_with_the_headers_and_in_no_cache(app, client):
    for _, method, path in list(routes(app)):
        client.open(path, method=method)  # the client looks
    client.open("/", method="OPTIONS")
    client.head("/")
    client.open("/", method="DELETE")


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline(client):
    written = client.get("/").headers["Content-Security-Policy"]
    policy = dict(part.strip().split(" ", 1) for part in written.split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'", "'script'"}


@pytest.mark.parametrize(
    ("headers", "may"),
    [
        ({}, True),
        ({"Origin": HERE}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": HERE}, False),
        ({"Sec-Fetch-Site": ""}, False),
        ({"Sec-Fetch-Site": "Same-Origin"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": "http://127.0.0.1"}, False),
        ({"Origin": "http://127.0.0.1:8001"}, False),
        ({"Origin": "https://127.0.0.1:8000"}, False),
        ({"Origin": "http://127.0.0.1:8000.evil.example"}, False),
        ({"Origin": "http://evil.example/127.0.0.1:8000"}, False),
    ],
)  # fmt: skip
def test_a_change_is_only_made_for_a_page_of_this_site(client, app, headers, may):
    page = Page(client, client.post(START, headers=headers))
    assert page.status == (200 if may else 403)
    assert count(app, Filled) == may
    assert page.heading == ("Dit is je persoonlijke code" if may else "Dit mag hier niet")


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_link_from_elsewhere_may_lead_here(client, site):
    assert client.get("/", headers={"Sec-Fetch-Site": site}).status_code == 200


@pytest.mark.parametrize("host", [
    "evil.example", "127.0.0.1.evil.example", "", "127.0.0.1@evil", "evil.example:8000",
    "evil.example:127.0.0.1", "127.0.0.1, evil.example", "127.0.0.1/evil", "127.0.0.1\\evil.nl",
    "evil.example#127.0.0.1", "127.0.0.1.", "[::1]", "localhost", "2130706433", "127.1",
])  # fmt: skip
def test_another_host_is_refused_with_a_page(client, host):
    page = Page(client, client.get("/", headers={"Host": host}))
    assert page.status == 400
    assert page.heading == "Dit konden we niet lezen"


def test_what_a_client_says_of_itself_is_in_no_address(client):
    told = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Server": "evil.example"}
    told |= {"X-Forwarded-Proto": "gopher", "X-Original-URL": "/evil", "Forwarded": "host=evil"}
    for path in ("/", "/account", "/nowhere"):
        answer = client.get(path, headers=told)
        assert not re.search("evil|gopher", answer.text + str(answer.headers))


def test_a_scanner_of_headers_finds_what_it_gives_points_for(app):
    """What MDN's HTTP Observatory scores; `make evidence of=observatory` asks it itself."""
    held = app.test_client().get("/").headers
    policy = held["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert held["Cross-Origin-Resource-Policy"] == "same-origin"
    assert held["Referrer-Policy"] in ("no-referrer", "same-origin")
    assert held["X-Content-Type-Options"] == "nosniff"
    assert int(re.search(r"max-age=(\d+)", SECURE["Strict-Transport-Security"])[1]) >= 31_536_000
    assert not {"Set-Cookie", "Access-Control-Allow-Origin", "Server", "X-Powered-By"} & set(held)


def test_over_https_browsers_are_told_to_stay_there(app, database, tmp_path):
    secure = create_app(
        instance=tmp_path,
        database_url=database.url.render_as_string(hide_password=False),
        base_url="https://reflect.example",
    )
    answer = secure.test_client().get("/", base_url="https://reflect.example")
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=63072000")
    assert "Strict-Transport-Security" not in app.test_client().get("/").headers
    with secure.test_client().get(secure.jinja_env.globals["static"]("css/base.css")) as style:
        assert "Strict-Transport-Security" in style.headers
    secure.extensions["reflect"].database.close()
