"""Whatever file is sent: its faults are told as the check tells them, and nothing breaks."""

import json
import re

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reflect.questionnaire import check_bytes
from reflect.records import imports
from tests.house.test_documents import AUTHORING, rows
from tests.pages import Page
from tests.web.importing import HERE, a_definition, a_file, administrator, send
from tests.web.reflecting import DEFINITIONS, SITE, count

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
FAULTY = sorted(DEFINITIONS.glob("e[0-9]*.json"))
RIGHT = sorted(DEFINITIONS.glob("*-1.json"))
NEVER_HERE = {"E602", "E603"}  # of the list of published versions, and of the name of a file


@pytest.fixture
def admin(training):
    return administrator(training)


def words(tag) -> str:
    return " ".join(tag.get_text().split())


def told(page) -> list[tuple[str, ...]]:
    """Each fault on the page: code, place, path and message."""
    return [
        (
            item.code.get_text(),
            ",".join(re.findall(r"\d+", item.p.get_text().partition(" ")[2])),
            words(item.select_one("[lang=en]")),
        )
        for item in page.html.select(".faults > li")
    ]


@pytest.mark.parametrize("file", FAULTY, ids=lambda file: file.stem)
def test_the_faults_are_those_of_the_check_word_for_word(admin, file):
    body = file.read_bytes()
    page = send(admin, body)

    expected = [
        (one.code, f"{one.line},{one.column}", " ".join(f"{one.path}: {one.message}".split()))
        for one in sorted(check_bytes(body, "file")[1], key=lambda one: not one.stops)
    ]
    assert page.status == 400
    assert told(page) == [(code, at, text.removeprefix(": ")) for code, at, text in expected]


def test_every_code_of_the_check_has_a_sentence_of_its_own(app):
    codes = {code for code, *_ in rows(AUTHORING, "## What the check says")} - NEVER_HERE
    with app.test_request_context(base_url=SITE):
        t = app.jinja_env.globals["t"]
        assert all(t(f"imports.code_{code.lower()}") for code in codes)


@pytest.mark.parametrize("file", RIGHT, ids=lambda file: file.stem)
def test_whatever_is_right_can_be_looked_at_walked_and_published(admin, file):
    page = send(admin, file.read_bytes())
    assert page.status == 200
    example = page.follow("Bekijk een voorbeeld")
    onward = "Begin het voorbeeld" if "Begin het voorbeeld" in example.text else "Kijk het na"
    assert example.send(onward, q_a1="4").status == 200
    assert page.send("Publiceren").path == HERE


def test_what_only_warns_is_shown_and_stops_nothing(admin):
    page = send(admin, a_definition(text="Ik liet  stiltes vallen."))
    assert page.status == 200
    assert "Dit houdt publiceren niet tegen." in page.text
    assert [code for code, *_ in told(page)] == ["W402"]
    assert page.send("Publiceren").path == HERE


def test_a_fault_is_quoted_with_its_line_clipped_and_harmless(admin):
    wrong = a_definition(titel={"nl": "x" * 200}, minutes="<script>alert(1)</script>")
    page = send(admin, wrong)  # on one line, as programs write it
    quotes = {words(one.mark): words(one) for one in page.html.select("pre.quote")}
    assert '"<script>alert(1)</script>"' in quotes
    assert all(len(quote) <= 200 for quote in quotes.values())
    assert quotes['"titel"'].startswith("…")
    assert quotes['"titel"'].endswith("…")


def test_a_sign_that_turns_a_line_around_is_not_repeated(admin):
    page = send(admin, b'{"\tformat": 1, "\xe2\x80\xaegnp.exe": [}')
    assert "\u202e" not in page.response.text
    assert "\ufffdgnp.exe" in page.html.select_one("pre.quote").get_text()


def test_of_very_many_faults_the_first_hundred_are_shown(admin):
    wrong = a_definition() | {f"onbekend{n}": n for n in range(130)}
    page = send(admin, wrong)
    assert len(told(page)) == 100
    assert "En nog 30." in page.text


HOSTILE = {
    "nothing": b"",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a zip": b"PK\x03\x04\x14\0\0\0\x08\0",
    "nothing but NUL": b"\0" * 1000,
    "NUL in JSON": b'{"id": "a\0b"}',
    "UTF-16": '{"format": 1}'.encode("utf-16"),
    "half a character": b'{"title": {"nl": "\\ud800"}}',
    "half a character in what is right": json.dumps(
        a_definition(summary={"nl": "\ud800"}), ensure_ascii=True
    ).encode(),
    "very deep": b"[" * 100_000,
    "deep and closed": b"[" * 5000 + b"]" * 5000,
    "a key twice": json.dumps(a_definition()).replace('"format"', '"id": "x", "format"').encode(),
    "a huge number": b'{"format": ' + b"9" * 5000 + b"}",
    "not a number": b'{"format": NaN, "minutes": Infinity}',
    "a list": b"[]",
    "null": b"null",
    "as large as may be": b" " * 1024 * 1024,
    "a byte too large": b" " * (1024 * 1024 + 1),
    "lists in lists in lists": b'{"a":' + b"[{}," * 100 + b"0" + b"]" * 100 + b"}",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_questionnaire_is_a_page_of_faults(app, admin, body):
    page = send(admin, body)
    assert page.status == 400
    assert page.heading == "Dit bestand kan nog niet"
    assert told(page)
    assert page.field("Bestand")
    assert count(app, imports.Staged) == 0


def test_without_a_file_the_field_says_so(admin):
    page = Page.at(admin, f"{HERE}/import")
    for sent in (page.send("Kijk het na", file=a_file(b"{}", "")), page.send("Kijk het na")):
        assert (sent.status, sent.errors) == (400, ["Kies eerst een bestand."])


def test_a_file_that_is_far_too_large_is_not_even_read(admin):
    sent = admin.post(
        f"{HERE}/import",
        data=b"x" * 3_000_000,
        content_type="multipart/form-data; boundary=x",
    )
    page = Page(admin, sent)
    assert (page.status, page.heading) == (400, "Dit bestand kan nog niet")
    assert [code for code, *_ in told(page)] == ["E105"]


class Quick(FlaskClient):
    """A browser that does not look at what it gets: hundreds of pages are looked at elsewhere."""

    def open(self, *args, **kw):
        kw.setdefault("base_url", SITE)
        return super().open(*args, **kw)


WHOLE = json.dumps(a_definition(), indent=1).encode()
PLACES = st.integers(0, len(WHOLE) - 1)
EDITS = st.lists(
    st.tuples(PLACES, st.integers(0, 12), st.binary(max_size=6)), min_size=1, max_size=5
)


@given(edits=EDITS)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_breaks_anything(app, training, edits):
    app.test_client_class = Quick
    if not training.members:  # once: the fixture is that of all examples
        training.members.append(administrator(training))
    body = WHOLE
    for place, length, put in edits:
        body = body[:place] + put + body[place + length :]
    page = send(training.members[0], body)
    assert page.status in (200, 400)
