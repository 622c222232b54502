"""Staff: signing in and out, and choosing a password with a link that works once."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import PasswordField, StringField

from reflect.records import passwords, sessions
from reflect.records import staff as records
from reflect.web import current, noting, roles
from reflect.web.authenticator import arrived
from reflect.web.entering import enter
from reflect.web.forms import Form
from reflect.web.passwords import SHORTEST, PasswordForm
from reflect.web.proving import begun
from reflect.web.signing import let_go

pages = Blueprint("staff", __name__, url_prefix="/staff")

Page = Response | str | tuple[str, int]


class SignInForm(Form):
    """Who it is, and what only they know."""

    email = StringField()
    password = PasswordField()


@pages.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> Page:
    """With e-mail and password; nothing tells whether an address is known."""
    here = current.who()
    form = SignInForm()
    if not form.is_submitted() and here is not None and here.kind == "staff":
        return redirect(url_for(roles.home()))
    if not form.is_submitted():
        return render_template("staff/sign-in.html", email="")
    if not form.validate():
        return redirect(url_for("staff.sign_in", said="again"))
    outcome = enter(form.email.data or "", form.password.data or "")
    if outcome.token:
        return arrived(outcome.token)
    errors = [("email", current.language()(outcome.fault))]
    page = render_template("staff/sign-in.html", email=form.email.data, errors=errors)
    return page, outcome.status


@pages.route("/welcome/<token>", methods=["GET", "POST"])
def welcome(token: str) -> Page:
    """Choose a password; to look uses nothing up, so a mail scanner may open the link."""
    member = records.invited(current.db(), token, current.now())
    if member is None:
        return render_template("staff/lapsed.html"), 404
    email = records.email(member, current.house().ring)
    form = PasswordForm()
    if not form.is_submitted():
        return render_template("staff/welcome.html", email=email, shortest=SHORTEST)
    if not form.validate():
        return redirect(url_for("staff.welcome", token=token, said="again"))
    if fault := form.fault():
        errors = [("password", fault)]
        page = render_template("staff/welcome.html", email=email, shortest=SHORTEST, errors=errors)
        return page, 400
    return arrived(chosen(token, form.password.data or ""))


def chosen(token: str, password: str) -> str:
    """The password is set, the link is used up, and a session begins; gives its token."""
    current.rest()
    password_hash = passwords.hash(password)
    with current.writing() as db:
        member = records.welcome(db, token, password_hash, current.now())
        sessions.end(db, current.token())
        sessions.end_all(db, member.id)  # whoever knew the old password is out
        noting.note_of(db, member.id, "staff:password")
        session = begun(db, member.id)
        db.commit()
    return session


@pages.post("/sign-out")
def sign_out() -> Response:
    """The session ends on the server; the browser forgets all but that staff sat here."""
    if not Form().validate_on_submit():
        abort(400)
    here = current.who()
    with current.writing() as db:
        sessions.end(db, current.token())
        if here is not None and here.kind == "staff":
            noting.note_of(db, here.owner, "staff:sign-out")
        db.commit()
    return let_go(redirect(url_for("staff.sign_in")))
