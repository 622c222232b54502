"""A client that looks at every page that any test fetches: whatever breaks a rule fails there."""

import re
from collections import Counter

import html5lib
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from reflect.web.headers import ALWAYS
from tests.transactions import watched

# What chance alone made: the token of a form, the name of a page, an id in an address.
BY_CHANCE = re.compile(r'[0-9a-f]{64}|(?<=name="page" value=")[\w-]{12}|(?<=/)[\w-]{22}(?=[/"])')
LOOKED_AT: set[int] = set()  # pages that are alike but for that are looked at once
VOID_OF_A_LABEL = {"hidden", "submit", "button"}


class Tripwire(FlaskClient):
    """Flask's client, with eyes."""

    def open(self, *args, **kw):
        kw.setdefault("base_url", "http://127.0.0.1:8000")
        with watched() as watch:
            response = super().open(*args, **kw)
            look(response)
        assert not watch.undone, "changed without a commit"
        assert not watch.begun, "a session was left open"
        return response


def look(response) -> None:
    for name, value in ALWAYS.items():
        assert response.headers[name] == value, name
    assert response.headers["Cache-Control"] == "no-store"
    text = response.get_data(as_text=response.mimetype == "text/html")
    if response.mimetype == "text/html" and text and not 300 <= response.status_code < 400:
        look_at_page(text)


def look_at_page(text: str) -> None:
    alike = hash(BY_CHANCE.sub("", text))
    if alike in LOOKED_AT:
        return
    html5lib.HTMLParser(strict=True).parse(text)
    page = BeautifulSoup(text, "html.parser")
    headings = [h1.get_text(" ", strip=True) for h1 in page.find_all("h1")]
    assert len(headings) == 1, headings
    title = page.title.get_text(strip=True)
    assert " ".join(title.split()) == f"{' '.join(headings[0].split())} \u2013 Reflect"
    assert page.html["lang"] in ("nl", "en")
    twice = [
        id_ for id_, n in Counter(tag["id"] for tag in page.find_all(id=True)).items() if n > 1
    ]
    assert not twice, twice
    nothing_inline(page)
    labels_are_tied(page)
    LOOKED_AT.add(alike)


def nothing_inline(page) -> None:
    for tag in page.find_all(name=True):
        assert tag.name != "style", tag
        assert not (tag.name == "script" and not tag.get("src")), tag
        inline = [name for name in tag.attrs if name == "style" or name.startswith("on")]
        assert not inline, tag


def labels_are_tied(page) -> None:
    ids = {tag["id"] for tag in page.find_all(id=True)}
    named = {label.get("for") for label in page.find_all("label")}
    for field in page.find_all(["input", "textarea", "select"]):
        if field.get("type") in VOID_OF_A_LABEL or field.find_parent(attrs={"aria-hidden": "true"}):
            continue
        assert field.get("id") in named or field.find_parent("label"), field
    for tag in page.find_all(attrs={"aria-describedby": True}):
        assert set(tag["aria-describedby"].split()) <= ids, tag
