"""What belongs to the request at hand: settings, records, the clock, the language, who is there."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from flask import Flask, abort, current_app, g, request
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from reflect.config import Config
from reflect.language import LANGUAGES, Language
from reflect.language import language as spoken
from reflect.questionnaire import Library, Questionnaire
from reflect.records import definitions, imports, sessions
from reflect.records.engine import Database, Session
from reflect.records.people import Opened
from reflect.records.ring import KeyRing
from reflect.web.mould import Mould

WISHES = 256  # headers of browsers whose language is remembered; few differ
TOUCH_EVERY = dt.timedelta(minutes=5)


@dataclass
class House:
    """What every request shares."""

    config: Config
    library: Library
    database: Database
    ring: KeyRing
    clock: Callable[[], dt.datetime]
    moulds: dict[tuple[object, ...], Mould] = field(default_factory=dict)

    def cookie(self, name: str) -> str:
        """The name of a cookie; __Host- binds it to this host alone, over https."""
        return f"__Host-{name}" if self.config.is_secure else name


def furnish(app: Flask, house: House) -> None:
    """Give an app its house, and each request its end."""
    app.extensions["reflect"] = house

    @app.teardown_request
    def leave(_error: BaseException | None) -> None:
        rest()


def house() -> House:
    """What every request shares."""
    return current_app.extensions["reflect"]  # type: ignore[no-any-return] # Flask keeps it as Any


def now() -> dt.datetime:
    """The one clock; its day is the day in Amsterdam."""
    return house().clock()


def db() -> Session:
    """The session that this request reads by; it cannot write."""
    if "db" not in g:
        g.db = house().database.reading()
    return g.db  # type: ignore[no-any-return] # g keeps it as Any


def rest() -> None:
    """End the reading: before a write, and before anything slow."""
    db = g.pop("db", None)
    if db is not None:
        db.close()


def writing() -> Session:
    """A short transaction that may write; undone unless `db.commit()` is said in sight."""
    rest()
    return house().database.writing()


def cookie(name: str) -> str:
    """The name that a cookie has here."""
    return house().cookie(name)


def token() -> str:
    """The session token that the browser sent, or was just given; or nothing."""
    if "token" not in g:
        g.token = request.cookies.get(cookie("session"), "")
    return g.token  # type: ignore[no-any-return] # g keeps it as Any


def become(token: str) -> None:
    """From here on the request belongs to a session that just began."""
    rest()
    g.pop("session", None)
    g.pop("roles", None)
    g.token = token


def session() -> sessions.Current | None:
    """The session that the browser holds, whole or not; asked of the records once a request."""
    if "session" not in g:
        sent = token()
        g.session = sessions.find(db(), sent, now()) if sent else None
    return g.session  # type: ignore[no-any-return] # g keeps it as Any


def who() -> sessions.Current | None:
    """Who is there; nobody yet, while something is left to prove."""
    here = session()
    return here if here is not None and here.is_whole else None


def staff() -> sessions.Current:
    """The member of staff who is there, or arriving; 404 for anybody else."""
    here = session()
    return here if here is not None and here.kind == "staff" else abort(404)


def me() -> Opened:
    """The professional who is there, opened; 404 for anybody else."""
    here = who()
    if here is None or here.kind != "person":
        abort(404)
    return here.me


def touch() -> None:
    """Say that a session is alive, at most every five minutes and never in a GET's transaction."""
    here = who()
    if here and now() - here.last_seen >= TOUCH_EVERY:
        with writing() as session:
            sessions.touch(session, here.session_id, now())
            session.commit()


def language() -> Language:
    """The language that was chosen, else the browser's, else Dutch."""
    if "language" not in g:
        chosen = request.cookies.get(cookie("language"), "")
        wish = request.headers.get("Accept-Language", "")
        g.language = spoken(chosen if chosen in LANGUAGES else _wished(wish))
    return g.language  # type: ignore[no-any-return] # g keeps it as Any


def speak(code: str) -> None:
    """From here on the request is answered in this language."""
    g.language = spoken(code)


@lru_cache(maxsize=WISHES)
def _wished(header: str) -> str:
    """The browser's first language that is ours, be it that of a region."""
    accepted = parse_accept_header(header, LanguageAccept)
    wished = (tag.lower().partition("-")[0] for tag, share in accepted if share)
    return next((one for one in wished if one in LANGUAGES), LANGUAGES[0])


def questionnaire(fingerprint: str) -> Questionnaire:
    """The very version of a fingerprint: from the library, or as it was kept at its first use."""
    library = house().library
    if fingerprint not in library:
        library.recall(Questionnaire.from_json(definitions.body(db(), fingerprint)))
    return library[fingerprint]


def shelf() -> Library:
    """All that somebody can begin with now, be it imported by way of another process; once asked.

    Pages of what was begun do without: a fingerprint is all they need.
    """
    if "shelf" not in g:
        imports.gather(db(), house().library)
        g.shelf = house().library
    return g.shelf  # type: ignore[no-any-return] # g keeps it as Any


def latest(questionnaire_id: str) -> Questionnaire:
    """The newest version of a questionnaire that people reflect with; 404 when there is none."""
    found = {one.id: one for one in shelf().reflections}
    return found.get(questionnaire_id) or abort(404)
