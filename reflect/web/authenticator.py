"""The authenticator of staff: its code at signing in, setting it up, and spare codes for it."""

from flask import Blueprint, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import StringField

from reflect.records import devices as known
from reflect.records import factors, sessions, spares, staff
from reflect.records.devices import Arrival
from reflect.records.engine import alone
from reflect.records.factors import Factor
from reflect.records.sessions import Current
from reflect.web import current, devices, noting, roles
from reflect.web.forms import Form
from reflect.web.proving import Given, completed, proven
from reflect.web.qr import qr
from reflect.web.signing import let_in

pages = Blueprint("authenticator", __name__, url_prefix="/staff")

Page = Response | str | tuple[str, int]


class CodeForm(Form):
    """A code of the authenticator, or a spare one."""

    code = StringField()
    spare = StringField()


@pages.route("/code", methods=["GET", "POST"])
def code() -> Page:
    """The second half of signing in."""
    here, form = current.staff(), CodeForm()
    if here.is_whole:
        return redirect(url_for(roles.home()))
    if factors.of(current.db(), here.owner) is None:
        return redirect(url_for("authenticator.page"))
    if not form.is_submitted():
        return render_template("authenticator/code.html")
    if not form.validate():
        return redirect(url_for("authenticator.code", said="again"))
    given = Given(form.code.data or "", form.spare.data or "")
    outcome = proven(here.owner, given, lambda db: completed(db, here))
    if outcome.token:
        return arrived(outcome.token, "spare_used" if given.spare else None)
    errors = [("spare" if given.spare else "code", current.language()(outcome.fault))]
    return render_template("authenticator/code.html", errors=errors), outcome.status


@pages.route("/authenticator", methods=["GET", "POST"])
def page() -> Page:
    """Set up an authenticator, the first or another: its secret, and a first code as proof."""
    here, ring, form = current.staff(), current.house().ring, CodeForm()
    found = factors.of(current.db(), here.owner)
    if found is not None and not here.is_whole:
        return redirect(url_for("authenticator.code"))
    secret = factors.fresh(ring, current.token(), found)
    if not form.is_submitted():
        return _offered(here, secret, found)
    if not form.validate():
        return redirect(url_for("authenticator.page", said="again"))
    step = factors.accepted(secret, form.code.data or "", current.now())
    if step is None:
        return _offered(here, secret, found, current.language()("authenticator.wrong_first")), 400
    return _enrolled(here, secret, step)


@pages.post("/spare-codes")
def renew() -> Response:
    """New spare codes; the old ones work no more."""
    here = current.staff()
    if not Form().validate():
        return redirect(url_for("credentials.home", said="again"))
    with current.writing() as db:
        fresh = spares.renew(db, here.owner)
        noting.note(db, "staff:spares", here.owner)
        db.commit()
    return make_response(_shown(fresh))


def arrived(token: str, said: str | None = None) -> Response:
    """To the page that is theirs, with the session that is theirs now; or what is still asked."""
    current.become(token)
    here = current.staff()
    if not here.is_whole:
        return let_in(redirect(url_for("authenticator.code")), token)
    arrival = Arrival(here.owner, devices.cookie())
    news = said or known.strange(current.db(), current.house().ring, arrival)
    home = url_for("credentials.home", said=said) if news else url_for(roles.home())
    return devices.keep(let_in(redirect(home), token))


def _offered(here: Current, secret: bytes, found: Factor | None, fault: str = "") -> str:
    email = staff.email(staff.one(current.db(), here.owner), current.house().ring)
    return render_template(
        "authenticator/set-up.html",
        qr=qr(factors.address(secret, email)),
        secret=factors.spelled(secret),
        email=email,
        is_another=found is not None,
        errors=[("code", fault)] if fault else [],
    )


def _enrolled(here: Current, secret: bytes, step: int) -> Response:
    """It is theirs from now on; all else that was signed in is out, and spare codes are shown."""
    with current.writing() as db:
        alone(db, f"attempt factor {here.owner}")
        if not here.is_whole and factors.of(db, here.owner) is not None:
            return redirect(url_for("authenticator.code"))  # another page was first
        factors.enrol(db, current.house().ring, here.owner, secret, step)
        fresh = spares.renew(db, here.owner)
        sessions.end_others(db, here)
        noting.note_of(db, here.owner, "staff:authenticator")
        token = completed(db, here)
        db.commit()
    current.become(token)
    return devices.keep(let_in(make_response(_shown(fresh)), token))


def _shown(fresh: list[str]) -> str:
    return render_template("authenticator/spares.html", codes=fresh, home=url_for(roles.home()))
