"""A town of two sides alike, and whoever asks for pages in it."""

import hmac
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from flask import Flask
from flask.testing import FlaskClient

from reflect.records import people, sessions
from reflect.records.people import Opened
from reflect.records.staff import Staff
from tests.journeys.world import World
from tests.web.reflecting import SITE
from tests.web.sides import Side

STALE = timedelta(minutes=12)  # longer than a confirmation is fresh, shorter than idle


class Quick(FlaskClient):
    """A browser that does not look at what it gets: hundreds of pages are looked at elsewhere."""

    def open(self, *args, **kw):
        kw.setdefault("base_url", SITE)
        kw.setdefault("buffered", True)  # what is sent bit by bit is taken to its end
        return super().open(*args, **kw)


@dataclass
class Town:
    """Both sides, and by name whoever is there."""

    app: Flask

    def __post_init__(self) -> None:
        self.app.test_client_class = Quick
        self.world = World(self.app)
        self.house = self.world.house
        whole = {"mail_host": "mail.example", "mail_sender": "reflect@mail.example"}
        whole |= {"contact": "hulp@academie.example"}
        self.house.config = replace(self.house.config, **whole)  # so that no page is left out
        self.east, self.west = Side(self.world, "oost"), Side(self.world, "west")
        east, west = self.east, self.west
        self.who = {  # by name, the token of a session that begins now
            "nobody": str,
            "person": lambda: self._person(east.person.me),
            "mate": lambda: self._person(east.mate.me),
            "other person": lambda: self._person(west.person.me),
            "trainer": lambda: self._proven(east.trainer),
            "other trainer": lambda: self._proven(west.trainer),
            "administrator": lambda: self._proven(east.administrator),
            "other administrator": lambda: self._proven(west.administrator),
            "stale administrator": lambda: self._stale(east.administrator),
            "halfway administrator": lambda: self._begun(east.administrator),
        }
        self.canaries = {  # what was written, and who may read it
            east.canary("person"): "person",
            east.canary("mate"): "mate",
            west.canary("person"): "other person",
        }

    def sides_of(self, who: str) -> tuple[Side, Side]:
        """Their own side, and the other one."""
        return (self.west, self.east) if who.startswith("other") else (self.east, self.west)

    def browser(self, who: str) -> FlaskClient:
        """A browser in which they are signed in just now."""
        return self.with_token(self.who[who]())

    def with_token(self, token: str) -> FlaskClient:
        """A browser with this session."""
        browser = self.app.test_client()
        if token:
            browser.set_cookie("session", token, domain="127.0.0.1")
        return browser

    def _person(self, me: Opened) -> str:
        """The token of a session of a professional; nothing once everything of theirs is erased."""
        with self.house.database.reading() as db:
            is_there = people.is_there(db, me.person_id)
        return self.world.session(me) if is_there else ""

    def _begun(self, owner: str) -> str:
        """The token of a session of staff that is not whole; nothing once they are gone."""
        with self.house.database.writing() as db:
            if db.get(Staff, owner) is None:
                return ""
            token = sessions.begin(db, kind="staff", owner=owner, at=self.house.clock())
            db.commit()
        return token

    def _proven(self, owner: str) -> str:
        """The token of a session of staff that is whole."""
        return self._prove(self._begun(owner), self.house.clock())

    def _stale(self, owner: str) -> str:
        """The token of a session of staff who has proved it some time ago."""
        return self._prove(self._begun(owner), self.house.clock() - STALE)

    def _prove(self, token: str, at: datetime) -> str:
        with self.house.database.writing() as db:
            here = sessions.find(db, token, self.house.clock())
            proven = here and sessions.prove(db, here.session_id, at)
            db.commit()
        return proven or ""


def form_token(browser: FlaskClient) -> str:
    """What every form of that browser carries."""
    cookie = browser.get_cookie("session", domain="127.0.0.1")
    return hmac.digest(cookie.value.encode(), b"csrf", "sha256").hex() if cookie else ""
