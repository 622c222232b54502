"""The files beside the pages."""

import re

import pytest
from flask import Response
from flask.testing import FlaskClient

from reflect.web.assets import FOLDER, PREFIX, address
from reflect.web.headers import ALWAYS
from tests.web.reflecting import SITE

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_every_file_is_served_for_ever_with_the_headers_of_a_page(app):
    for file in FOLDER.rglob("*.*"):
        path = address(file.relative_to(FOLDER).as_posix())
        with FlaskClient(app, Response).open(path, base_url=SITE) as answer:
            assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "Access-Control-Allow-Origin" not in answer.headers
            assert answer.data == file.read_bytes()


@pytest.mark.parametrize("path", ["", "css/", "../assets.py", "%2e%2e/assets.py", "css/nope.css"])
def test_nothing_else_is_served_beside_them(client, path):
    assert client.get(f"{PREFIX}/{path}").status_code == 404


def test_every_file_that_a_page_names_is_there(client):
    page = client.get("/").get_data(as_text=True)
    named = re.findall(rf'{PREFIX}/([^"]+)"', page)
    assert len(named) > 5
    assert all((FOLDER / path).is_file() for path in named)


def test_what_comes_instead_of_a_file_has_the_headers_of_a_page_too(app):
    asked = FlaskClient(app, Response)
    path = address("css/base.css")
    with asked.open(path, base_url=SITE) as whole:
        known = {"If-None-Match": whole.headers["ETag"]}
    for status, method, headers in (
        (304, "GET", known),
        (206, "GET", {"Range": "bytes=0-9"}),
        (416, "GET", {"Range": "bytes=9999999-"}),
        (405, "POST", {}),
        (200, "HEAD", {}),
    ):
        with asked.open(path, method=method, headers=headers, base_url=SITE) as answer:
            assert answer.status_code == status
            assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS, status
