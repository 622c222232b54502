"""The administrator's colleagues: who works here, somebody invited, roles, and access ended."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from reflect.records import employment, organisations, staff
from reflect.web import current, noting
from reflect.web.employing import (
    InviteForm,
    LinkForm,
    RoleForm,
    administering,
    expect_another,
    mail,
    me,
    places,
)
from reflect.web.forms import Form
from reflect.web.planning import faults

pages = Blueprint("colleagues", __name__, url_prefix="/admin/staff")

Page = Response | str | tuple[str, int]


@pages.get("")
def every() -> str:
    """Who works here, and with which roles."""
    everybody = employment.every(current.db(), current.house().ring, current.now())
    return render_template("colleagues/every.html", colleagues=everybody, me=me())


@pages.route("/invite", methods=["GET", "POST"])
def invite() -> Page:
    """Somebody new, or a role more for somebody; who has no password yet gets a link."""
    form = InviteForm()
    if not form.validate_on_submit():
        page = render_template(
            "colleagues/invite.html", form=form, places=places(), errors=faults(form)
        )
        return (page, 400) if form.errors else page
    ring, at, token = current.house().ring, current.now(), ""
    with administering() as db:
        place = organisations.one(db, form.organisation.data or "")
        known = staff.by_email(db, ring, form.email.data or "")
        if known is not None:
            expect_another(known.id)
        member = staff.add(db, ring, form.email.data or "", form.role.data or "", place)
        if member.password_hash is None:
            token = staff.reset(db, member, at)
            mail(db, member, token)
        noting.note(db, "staff:invited", member.id, form.role.data or "")
        db.commit()
    if not token:
        return redirect(url_for("colleagues.one", staff_id=member.id, said="role_given"))
    return _handed(member.id, token)


@pages.get("/<id:staff_id>")
def one(staff_id: str) -> str:
    """One colleague, and what can be changed."""
    return _page("colleagues/one.html", staff_id)


@pages.post("/<id:staff_id>/roles")
def give(staff_id: str) -> Page:
    """A role more."""
    form = RoleForm()
    if not form.validate_on_submit():
        return _page("colleagues/one.html", staff_id, faults(form)), 400
    expect_another(staff_id)
    with administering() as db:
        place = organisations.one(db, form.organisation.data or "")
        staff.give(db, staff.one(db, staff_id), form.role.data or "", place)
        noting.note(db, "staff:role-given", staff_id, form.role.data or "")
        db.commit()
    return redirect(url_for("colleagues.one", staff_id=staff_id, said="role_given"))


@pages.post("/<id:staff_id>/roles/<id:role_id>/take")
def take(staff_id: str, role_id: str) -> Response:
    """A role less."""
    expect_another(staff_id)
    if not Form().validate_on_submit():
        return redirect(url_for("colleagues.one", staff_id=staff_id, said="again"))
    with administering() as db:
        if taken := employment.take(db, staff_id, role_id):
            noting.note(db, "staff:role-taken", staff_id, taken)
        db.commit()
    return redirect(url_for("colleagues.one", staff_id=staff_id, said="role_taken"))


@pages.post("/<id:staff_id>/link")
def link(staff_id: str) -> Page:
    """A new link, for who forgot the password, or lost the authenticator too."""
    expect_another(staff_id)
    form = LinkForm()
    if not form.validate_on_submit():
        return redirect(url_for("colleagues.one", staff_id=staff_id, said="again"))
    with administering() as db:
        member = staff.one(db, staff_id)
        keep = not form.factor.data
        token = employment.renew(db, member, current.now(), keep_factor=keep)
        mail(db, member, token)
        noting.note(db, "staff:reset", staff_id, "" if keep else "authenticator")
        db.commit()
    return _handed(staff_id, token)


@pages.route("/<id:staff_id>/end", methods=["GET", "POST"])
def end(staff_id: str) -> Page:
    """Access ends; asked first."""
    expect_another(staff_id)
    if not Form().validate_on_submit():
        return _page("colleagues/end.html", staff_id)
    with administering() as db:
        employment.end(db, staff.one(db, staff_id))
        noting.note(db, "staff:ended", staff_id)
        db.commit()
    return redirect(url_for("colleagues.every", said="access_ended"))


def _page(template: str, staff_id: str, errors: list[tuple[str, str]] | None = None) -> str:
    ring, at = current.house().ring, current.now()
    colleague = employment.one(current.db(), ring, staff_id, at)
    shown = {"colleague": colleague, "places": places(), "is_me": staff_id == me()}
    return render_template(template, **shown, errors=errors)


def _handed(staff_id: str, token: str) -> str:
    """The link, to be passed on; where mail is sent it is on its way, and not shown."""
    house = current.house()
    member = employment.one(current.db(), house.ring, staff_id, current.now())
    address = house.config.origin + url_for("staff.welcome", token=token)
    shown = None if house.config.sends_mail else address
    return render_template("colleagues/link.html", colleague=member, link=shown)
