"""What a member of staff comes in with: password, authenticator, devices, and where they are in."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from reflect.records import devices as known
from reflect.records import employment, factors, passwords, sessions, spares, staff
from reflect.records.devices import Arrival
from reflect.web import current, devices, noting, whereabouts
from reflect.web.forms import Form
from reflect.web.passwords import SHORTEST, PasswordForm

pages = Blueprint("credentials", __name__, url_prefix="/staff/account")

Page = Response | str | tuple[str, int]


@pages.get("")
def home() -> str:
    """My account: who I am here, what I come in with, and where I am signed in."""
    db, ring, here = current.db(), current.house().ring, current.staff()
    return render_template(
        "credentials/home.html",
        me=employment.one(db, ring, here.owner, current.now()),
        strange=known.strange(db, ring, _arrival()),
        signed_in=whereabouts.of(here, ring),
        has_factor=factors.of(db, here.owner) is not None,
        spares=spares.left(db, here.owner),
    )


@pages.route("/password", methods=["GET", "POST"])
def password() -> Page:
    """Another password; who knew the old one is out."""
    here, form = current.staff(), PasswordForm()
    if not form.is_submitted():
        return _asked()
    if not form.validate():
        return redirect(url_for("credentials.password", said="again"))
    if fault := form.fault():
        return _asked([("password", fault)])
    current.rest()
    password_hash = passwords.hash(form.password.data or "")
    with current.writing() as db:
        staff.choose(db, staff.one(db, here.owner), password_hash)
        sessions.end_others(db, here)
        noting.note(db, "staff:password", here.owner)
        db.commit()
    return redirect(url_for("credentials.home", said="password_changed"))


@pages.post("/sessions/<id:session_id>/end")
def end_session(session_id: str) -> Response:
    """Sign out at one other place."""
    return whereabouts.end(current.staff(), session_id, "credentials.home")


@pages.post("/sessions/end-others")
def end_others() -> Response:
    """Sign out everywhere else."""
    return whereabouts.end_others(current.staff(), "credentials.home")


@pages.post("/devices/known")
def know() -> Response:
    """The devices that were told of are one's own."""
    if not Form().validate():
        return redirect(url_for("credentials.home", said="again"))
    with current.writing() as db:
        known.know(db, _arrival())
        db.commit()
    return redirect(url_for("credentials.home", said="devices_known"))


def _asked(errors: list[tuple[str, str]] | None = None) -> Page:
    page = render_template(
        "credentials/password.html",
        email=staff.email(staff.one(current.db(), current.staff().owner), current.house().ring),
        shortest=SHORTEST,
        errors=errors,
    )
    return (page, 400) if errors else page


def _arrival() -> Arrival:
    return Arrival(current.staff().owner, devices.cookie())
