"""A professional with a browser of their own, and what they keep in the records."""

import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from reflect.questionnaire import read_definition
from reflect.records import definitions, memberships, people, responses, sessions
from reflect.records.engine import Database
from reflect.records.memberships import Wishes
from reflect.records.people import Opened
from tests.pages import Page

DEFINITIONS = Path(__file__).parents[1] / "definitions"
QUESTIONNAIRE = "onveiligheid-opheffen"
SITE = "http://127.0.0.1:8000"
EVERY = {f"{letter}{n}": 4 for letter in "abcdefg" for n in range(1, 6)}


@dataclass
class Somebody:
    """A person who is signed in, as a browser and as the records know them."""

    app: Flask
    browser: FlaskClient
    me: Opened
    code: str
    session: str

    @property
    def house(self):
        return self.app.extensions["reflect"]

    @property
    def token(self) -> str:
        """What every form of theirs carries."""
        return hmac.digest(self.session.encode(), b"csrf", "sha256").hex()

    def sign_in(self) -> None:
        """Begin a new session in the same browser."""
        with self.house.database.writing() as db:
            owner = {"owner": self.me.person_id, "key": self.me.key}
            self.session = sessions.begin(db, kind="person", **owner, at=self.house.clock())
            db.commit()
        self.browser.set_cookie("session", self.session, domain="127.0.0.1")

    def draft(self, phase="after", moment=None, answers=None) -> str:
        """The id of a response they began, with these answers in it."""
        at = self.house.clock()
        with self.house.database.writing() as db:
            if moment:
                response = responses.start(db, self.me, moment, at)
            else:
                wanted = definitions.pin(db, self.house.library.latest(QUESTIONNAIRE))
                response = responses.start_alone(db, self.me, wanted, phase, at)
            if answers:
                responses.save(db, self.me, response.id, answers, at)
            db.commit()
        return response.id

    def begun(self, name: str, phase="after") -> str:
        """A response to one of the small definitions, which is on no shelf, only in the records."""
        with self.house.database.writing() as db:
            wanted = definitions.pin(db, read_definition(name, DEFINITIONS))
            response = responses.start_alone(db, self.me, wanted, phase, self.house.clock())
            db.commit()
        return response.id

    def submitted(self, phase="after", moment=None, answers=None) -> str:
        """The id of a response they sent in."""
        response = self.draft(phase, moment, answers or {"a1": 4, "a2": 2})
        assert self.post(f"/reflections/{response}/submit").status_code == 302
        return response

    def answers(self, response: str) -> dict[str, Any]:
        """What is kept of a response."""
        with self.house.database.reading() as db:
            return responses.sheet(db, self.me, response).values

    def see(self, path: str) -> Page:
        return Page.at(self.browser, path)

    def post(self, path: str, **fields):
        """What a form sends, with its token; redirects are not followed."""
        return self.browser.post(path, data={"csrf_token": self.token} | fields)

    def keep(self, response: str, question: str, **fields):
        """What the page's own script sends after each answer."""
        return self.post(f"/reflections/{response}/answers", question=question, **fields)


def somebody(app: Flask) -> Somebody:
    """A new person, signed in at a browser of their own."""
    house = app.extensions["reflect"]
    with house.database.writing() as db:
        person, key, code = people.create(db, house.ring, language="nl", at=house.clock())
        token = sessions.begin(db, kind="person", owner=person.id, key=key, at=house.clock())
        db.commit()
    browser = app.test_client()
    browser.set_cookie("session", token, domain="127.0.0.1")
    return Somebody(app, browser, Opened(person.id, key), code, token)


@contextmanager
def unreachable(app: Flask) -> Iterator[None]:
    """The database of the app cannot be reached for a while."""
    house = app.extensions["reflect"]
    there = house.database
    is_file = there.url.get_backend_name() == "sqlite"
    nowhere = "sqlite:////nowhere/reflect.db" if is_file else "postgresql://nobody@127.0.0.1:1/x"
    house.database = Database(nowhere)
    yield
    house.database = there


def count(app: Flask, table: Any) -> int:
    """How many rows a table of the records has."""
    with app.extensions["reflect"].database.reading() as db:
        return db.query(table).count()


def joined(someone: Somebody, training, name="Voorjaar") -> str:
    """The id of a group in which their answers count."""
    group = training.group(training.trainer(), name=name)
    with training.house.database.writing() as db:
        wishes = Wishes(counts=True, research=True)
        memberships.join(db, someone.me.person_id, group, wishes, training.house.clock())
        db.commit()
    return group
