"""Whom to tell of a hole: a file that programs look for, judged by the parser others use."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sectxt import Parser

from tests.pages import Page

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
HERE = "/.well-known/security.txt"
SITE = "https://reflect.example.nl"


def configured(app, contact, base_url=SITE):
    house = app.extensions["reflect"]
    house.config = replace(house.config, contact=contact, base_url=base_url)


@pytest.mark.parametrize(("contact", "link"), [
    ("hulp@academie.nl", "mailto:hulp@academie.nl"),
    ("https://academie.nl/melden", "https://academie.nl/melden"),
])  # fmt: skip
def test_the_contact_is_told_in_a_file_that_nothing_is_wrong_with(app, clock, contact, link):
    configured(app, contact)
    answer = app.test_client().get(HERE, base_url=SITE)
    told = Parser(answer.data, urls=f"{SITE}{HERE}")

    assert answer.content_type == "text/plain; charset=utf-8"
    assert told.errors == []
    assert {one["code"] for one in told.recommendations} <= {"not_signed", "no_encryption"}
    assert told.contact_email == ("hulp@academie.nl" if "@" in contact else None)
    lines = answer.text.splitlines()
    assert lines[0] == f"Contact: {link}"
    assert "Preferred-Languages: nl, en" in lines
    assert f"Canonical: {SITE}{HERE}" in lines
    assert f"Expires: {clock.now + timedelta(days=90):%Y-%m-%d}T00:00:00Z" in lines


@pytest.mark.parametrize(
    "contact", ["", "de balie", "a@b.nl\nContact: x", "https://x y", "http://x"]
)
def test_a_contact_that_no_program_can_follow_is_not_told(app, contact):
    configured(app, contact, "http://127.0.0.1:8000")
    assert Page.at(app.test_client(), HERE).status == 404


def test_a_trial_says_nothing_of_where_it_is(app):
    configured(app, "hulp@academie.nl", "http://127.0.0.1:8000")
    assert b"Canonical" not in app.test_client().get(HERE).data
