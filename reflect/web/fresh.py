"""A fresh confirmation: who does what weighs heavily has proved within minutes who they are.

The page that asks stands in the place of the page that was wanted, and carries what was typed: the
same form goes to the same address, with a code in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import Blueprint, Flask, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import HiddenField, PasswordField, StringField

from reflect.records import factors, sessions
from reflect.records.engine import Session
from reflect.web import current, paths
from reflect.web.forms import TOKEN, Form
from reflect.web.proving import Given, Outcome, proven

pages = Blueprint("fresh", __name__, url_prefix="/staff")
Page = Response | tuple[str, int]

FRESH = timedelta(minutes=10)
ASKS = {  # what asks for it, and the page that one comes from
    "moments.close": "moments.close",
    "moments.export": "moments.one",
    "organisation.export": "organisation.home",
    "unions.export": "unions.one",
    "handing.offer": "handing.offer",
    "handing.take": "groups.mine",
    "imports.publish": "imports.staged",
    "authenticator.page": "credentials.home",
    "authenticator.renew": "credentials.home",
    "credentials.password": "credentials.password",
    "colleagues.invite": "colleagues.invite",
    "colleagues.give": "colleagues.one",
    "colleagues.take": "colleagues.one",
    "colleagues.link": "colleagues.one",
    "colleagues.end": "colleagues.end",
}
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
    """Confirmed before a download: back to the page that offers it."""
    here, form = current.who(), ConfirmForm()
    onward = paths.local(form.next.data or "")
    if here is None or not form.validate():
        return redirect(onward)
    asked = Asked(onward, url_for("fresh.confirm"), [("next", onward)])
    return _refused(here, form, asked) or redirect(f"{onward}?said=confirmed")


def _ask() -> Page | None:
    here = current.who()
    if here is None or here.confirmed is None or not _weighs():
        return None
    if current.now() - here.confirmed < FRESH:
        return None
    origin = _origin()
    if request.method != "POST":
        return _page(here, Asked(origin, url_for("fresh.confirm"), [("next", origin)]))
    form = ConfirmForm()
    if not form.validate():
        return None  # not our form: the page itself refuses it
    asked = Asked(origin, request.path, [one for one in _sent() if one[0] not in (*FIELDS, TOKEN)])
    if not any(name in request.form for name in FIELDS):
        return _page(here, asked)
    return _refused(here, form, asked)


def _weighs() -> bool:
    """Whether the request does something, where a page asks first by a form."""
    if request.endpoint not in ASKS or request.url_rule is None:
        return False
    return request.method == "POST" or "POST" not in (request.url_rule.methods or ())


def _origin() -> str:
    """The page that one comes from, of the same group or moment."""
    origin = ASKS[request.endpoint or ""]
    places = next(current_app.url_map.iter_rules(origin)).arguments
    kept: dict[str, Any] = {name: one for name, one in _places().items() if name in places}
    return url_for(origin, **kept)


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


def _sent() -> list[tuple[str, str]]:
    return list(request.form.items(multi=True))


def _places() -> dict[str, Any]:
    return request.view_args or {}
