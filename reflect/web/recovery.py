"""Recovery by e-mail: switched on and off by its person, and used by who lost the code."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import StringField

from reflect.records import people, sessions
from reflect.records import recovery as records
from reflect.web import current, noting
from reflect.web.arriving import show_code
from reflect.web.forms import Form
from reflect.web.knocking import asked, begun, proves
from reflect.web.mailboxes import AddressForm
from reflect.web.signing import admitted, let_in

pages = Blueprint("recovery", __name__, url_prefix="/account")

Page = Response | str | tuple[str, int]


class CheckForm(Form):
    """The code that was mailed."""

    check = StringField()


@pages.before_request
def _only_with_a_mail_server() -> None:
    """Where no mail is sent, none of this exists; but a key that is there can be destroyed."""
    if not current.house().config.sends_mail and request.endpoint != "recovery.off":
        abort(404)


@pages.route("/recovery", methods=["GET", "POST"])
def page() -> Page:
    """What it is and what it costs; switched on with an address, which is sent a check code."""
    form = AddressForm()
    if not form.validate_on_submit():
        return _page(form.faults(), form.email.typed)
    if not begun(current.me(), form.box):
        return _page([("email", current.language()("recovery.too_often"))], form.email.typed, 429)
    return redirect(url_for("recovery.page"))


def _page(errors: list[tuple[str, str]], typed: str = "", status: int = 400) -> Page:
    chosen = records.of(current.db(), current.house().ring, current.me().person_id)
    body = render_template("recovery/page.html", chosen=chosen, typed=typed, errors=errors)
    return body, status if errors else 200


@pages.post("/recovery/check")
def check() -> Page:
    """The check code was read: from now on the mailbox can open what is this person's."""
    form = CheckForm()
    if not form.validate_on_submit():
        abort(400)
    if not proves(current.me(), form.check.data or ""):
        return _page([("check", current.language()("recovery.wrong"))])
    return redirect(url_for("recovery.page", said="recovery_on"))


@pages.post("/recovery/off")
def off() -> Response:
    """The second way in is destroyed."""
    me, house = current.me(), current.house()
    if not Form().validate_on_submit():
        abort(400)
    with current.writing() as db:
        if records.off(db, house.ring, me.person_id, current.language().code, current.now()):
            noting.note_person(db, "recovery-off")
        db.commit()
    here = "recovery.page" if house.config.sends_mail else "account.home"
    return redirect(url_for(here, said="recovery_off"))


@pages.route("/recover", methods=["GET", "POST"])
def ask() -> Page:
    """Somebody lost a code: the same page and the same work, whatever address is typed."""
    form = AddressForm()
    if form.validate_on_submit() and asked(form.box):
        return redirect(url_for("recovery.ask", said="recovery_asked"))
    errors, status = form.faults(), 400 if form.errors else 200
    if form.is_submitted() and not errors:
        errors, status = [("email", current.language()("recovery.too_often"))], 429
    body = render_template("recovery/ask.html", typed=form.email.typed, errors=errors)
    return body, status


@pages.route("/recover/<token>", methods=["GET", "POST"])
def link(token: str) -> Page:
    """The link that was mailed: to look uses nothing up; a press opens, once, with a new code."""
    may = records.may_open(current.db(), token, current.now())
    if not may:
        return render_template("recovery/lapsed.html"), 404
    if not Form().is_submitted():
        return render_template("recovery/link.html")
    ring, at = current.house().ring, current.now()
    with current.writing() as db:
        me = records.open(db, ring, token, current.language().code, at)
        code = people.renew_code(db, ring, me.person_id, me.key)
        sessions.end(db, current.token())
        sessions.end_all(db, me.person_id)  # whoever had the old code is out
        session = admitted(db, me)
        noting.note_person(db, "code-renewed")
        db.commit()
    current.become(session)
    return let_in(show_code(code, is_new=False), session)
