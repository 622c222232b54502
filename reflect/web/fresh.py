"""A fresh confirmation: who does what weighs heavily has proved within minutes who they are.

The page that asks stands in the place of the page that was wanted, and carries what was typed: the
same form goes to the same address, with a code in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import HiddenField, PasswordField, StringField

from reflect.records import factors, sessions
from reflect.records.engine import Session
from reflect.web import current, paths, weighty
from reflect.web.forms import TOKEN, Form
from reflect.web.proving import Given, Outcome, proven

pages = Blueprint("fresh", __name__, url_prefix="/staff")
Page = Response | tuple[str, int]

FRESH = timedelta(minutes=10)
ASKED = Outcome(status=401)
FIELDS = ("confirm_code", "confirm_spare", "confirm_password")


@dataclass(frozen=True)
class Asked:
    """What waits: the page it comes from, where it goes once confirmed, and what was typed."""

    origin: str
    action: str
    typed: Sequence[tuple[str, str]]


class ConfirmForm(Form):
    """What proves who somebody is; and where to go on, when nothing was sent before."""

    confirm_code = StringField()
    confirm_spare = StringField()
    confirm_password = PasswordField()
    next = HiddenField()
    back = HiddenField()

    @property
    def given(self) -> Given:
        """What was typed."""
        code, spare, password = (self[name].data or "" for name in FIELDS)
        return Given(code, spare, password)


def guard(app: Flask) -> None:
    """Ask before each of these; after the guard of `access`, so of nobody who may not."""
    app.before_request(_ask)


@pages.post("/confirm")
def confirm() -> Page:
    """Confirmed before anything was sent: on to the page that it was for."""
    here, form = current.who(), ConfirmForm()
    onward, origin = (paths.local(one.data or "") for one in (form.next, form.back))
    if here is None or not form.validate():
        return redirect(onward)
    news = "?said=confirmed" if onward == origin else ""  # a file waits there
    return _refused(here, form, _first(origin, onward)) or redirect(onward + news)


def _ask() -> Page | None:
    here = current.who()
    if here is None or here.confirmed is None or not weighty.weighs():
        return None
    if current.now() - here.confirmed < FRESH:
        return None
    origin = weighty.origin()
    if onward := weighty.onward():
        return _page(here, _first(origin, onward))
    form = ConfirmForm()
    if not form.validate():
        return None  # not our form: the page itself refuses it
    asked = Asked(origin, request.path, _typed())
    if not any(name in request.form for name in FIELDS):
        return _page(here, asked)
    return _refused(here, form, asked)


def _first(origin: str, onward: str) -> Asked:
    """Nothing was typed yet: once confirmed, somebody goes on to a page."""
    return Asked(origin, url_for("fresh.confirm"), [("next", onward), ("back", origin)])


def _refused(here: sessions.Current, form: ConfirmForm, asked: Asked) -> Page | None:
    """The page once more, with what is wrong; None: it is confirmed, so go on."""

    def then(db: Session) -> str:
        sessions.confirm(db, here.session_id, current.now())
        return current.token()

    outcome = proven(here.owner, form.given, then)
    if outcome.token:
        current.become(outcome.token)
        return None
    return _page(here, asked, outcome)


def _page(here: sessions.Current, asked: Asked, outcome: Outcome = ASKED) -> Page:
    has_factor = factors.of(current.db(), here.owner) is not None
    field = "confirm_code" if has_factor else "confirm_password"
    t = current.language()
    errors = [(field, t(outcome.fault))] if outcome.fault else []
    page = render_template("fresh/confirm.html", asked=asked, has_factor=has_factor, errors=errors)
    return page, outcome.status


def _typed() -> list[tuple[str, str]]:
    every = request.form.items(multi=True)
    return [(name, value) for name, value in every if name not in (*FIELDS, TOKEN)]
