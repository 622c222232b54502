"""Reminders by mail: where they go, another address, and none any more."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from reflect.records import recovery, reminders
from reflect.web import current
from reflect.web.forms import Form
from reflect.web.mailboxes import AddressForm, remind

pages = Blueprint("mail", __name__)

Page = Response | str | tuple[str, int]


@pages.route("/account/mail", methods=["GET", "POST"])
def page() -> Page:
    """Where reminders go, and a form for the first address or another one."""
    if not current.house().config.sends_mail:
        return render_template("mail/none.html")
    form = AddressForm()
    if not form.validate_on_submit():
        return _page(form)
    me, at = current.me(), current.now()
    with current.writing() as db:
        remind(db, me, form.box, at)
        db.commit()
    return redirect(url_for("mail.page", said="reminders_on"))


def _page(form: AddressForm) -> Page:
    db, ring, me, errors = current.db(), current.house().ring, current.me(), form.faults()
    body = render_template(
        "mail/page.html",
        reminded=reminders.of(db, ring, me),
        is_ahead=reminders.in_sight(db, me, current.now()),
        recovery=recovery.of(db, ring, me.person_id),
        typed=form.email.typed,
        errors=errors,
    )
    return body, 400 if errors else 200


@pages.post("/account/mail/off")
def off() -> Response:
    """No reminders any more, and no address."""
    me = current.me()
    if not Form().validate_on_submit():
        abort(400)
    with current.writing() as db:
        reminders.forget(db, me)
        db.commit()
    return redirect(url_for("mail.page", said="reminders_off"))


@pages.route("/mail/stop/<token>", methods=["GET", "POST"])
def stop(token: str) -> Page:
    """The link in each reminder: to look stops nothing, for mail scanners look; a press does.

    Without signing in, and without the token of a form: mail programs press it for people, by
    one POST of their own (RFC 8058). Who has the link may.
    """
    if not Form().is_submitted():
        may = reminders.may_stop(current.db(), token)
        return render_template("mail/stop.html" if may else "mail/stopped.html")
    with current.writing() as db:
        reminders.stop(db, current.house().ring, token)
        db.commit()
    return render_template("mail/stopped.html")
