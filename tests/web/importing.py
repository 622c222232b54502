"""An administrator at work: definitions as files, and a browser that is signed in."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from reflect.app import create_app
from tests.pages import Page
from tests.questionnaire.building import definition, domain, open_question, section, statement

ADMINISTRATOR = "beheer@example.org"
HERE = "/admin/questionnaires"
TITLE = "Terugkijken op een gesprek"


def a_definition(version=1, text="Ik liet stiltes vallen.", **more):
    """A questionnaire of one statement and one open question."""
    asked = section("een", statement("stilte", text={"nl": text}), open_question("welk"))
    plain = definition(asked, version=version, domains=[domain()])
    return plain | {"id": "gesprek", "title": {"nl": TITLE}} | more


def a_file(definition, name="gesprek-1.json"):
    """What a browser sends of a file; bytes are sent as they are."""
    body = definition if isinstance(definition, bytes) else json.dumps(definition).encode()
    return io.BytesIO(body), name


def administrator(training, email=ADMINISTRATOR):
    """A browser of an administrator."""
    training.trainer(email, role="administrator")
    return training.signed_in(email)


def send(browser, definition) -> Page:
    """Choose a file and send it."""
    page = Page.at(browser, f"{HERE}/import")
    token = page.html.find("input", {"name": "csrf_token"})["value"]
    fields = {"csrf_token": token, "file": FileStorage(*a_file(definition))}
    boundary, body = encode_multipart(fields)  # whole: the client itself would leave a file open
    kind = f"multipart/form-data; boundary={boundary}"
    sent = browser.post(f"{HERE}/import", data=body, content_type=kind, follow_redirects=True)
    return Page(browser, sent)


def publish(browser, definition) -> Page:
    """Send a file and publish it."""
    return send(browser, definition).send("Publiceren")


@contextmanager
def another_process(app) -> Iterator[Flask]:
    """Another app on the same instance, as a second worker has it."""
    house = app.extensions["reflect"]
    other = create_app(house.config, clock=house.clock)
    other.test_client_class = app.test_client_class
    yield other
    other.extensions["reflect"].database.close()


def onward(page) -> str:
    """The words of the button that leads on."""
    return page.html.select_one("main form button.primary").get_text(strip=True)


def to_report(page) -> Page:
    """Whatever comes before the report of a preview."""
    while "Voorbeeld:" not in page.heading:
        page = page.send(onward(page))
    return page
