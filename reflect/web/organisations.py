"""The administrator's organisations: all there are, a new one, another name."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import Field, StringField

from reflect.records import groups
from reflect.records import organisations as records
from reflect.web import current, noting
from reflect.web.days import wrong
from reflect.web.forms import Form
from reflect.web.planning import faults

pages = Blueprint("organisations", __name__, url_prefix="/admin/organisations")
LONGEST = 200  # characters of a name

Page = Response | str | tuple[str, int]


class NameForm(Form):
    """What it is called."""

    name = StringField()

    @property
    def typed(self) -> str:
        """The name on one line, without spaces around it."""
        return " ".join((self.name.data or "").split())

    def validate_name(self, _field: Field) -> None:
        """Something, and not too much."""
        if not self.typed:
            wrong("organisations.name_missing")
        if len(self.typed) > LONGEST:
            wrong("organisations.name_long", most=LONGEST)


@pages.route("", methods=["GET", "POST"])
def every() -> Page:
    """All of them, each with how many groups it has and nothing of who is in them; a new one."""
    form = NameForm()
    if form.validate_on_submit():
        with current.writing() as db:
            made = records.make(db, form.typed)
            if made:
                noting.note(db, "organisation:made", made.id)
            db.commit()
        if made:
            return redirect(url_for("organisations.every", said="organisation_made"))
    page = render_template(
        "organisations/every.html",
        organisations=records.every(current.db()),
        counts=groups.counts(current.db()),
        name=form.name.data or "",
        errors=told(form),
    )
    return (page, 400) if form.is_submitted() else page


@pages.route("/<id:organisation_id>", methods=["GET", "POST"])
def rename(organisation_id: str) -> Page:
    """Another name; its groups, and what they were told, stay its own."""
    organisation, form = records.one(current.db(), organisation_id), NameForm()
    if form.validate_on_submit():
        with current.writing() as db:
            done = records.rename(db, organisation_id, form.typed)
            if done and form.typed != organisation.name:
                noting.note(db, "organisation:renamed", organisation_id)
            db.commit()
        if done:
            return redirect(url_for("organisations.every", said="organisation_renamed"))
    page = render_template(
        "organisations/rename.html",
        organisation=organisation,
        name=form.name.data or organisation.name,
        errors=told(form),
    )
    return (page, 400) if form.is_submitted() else page


def told(form: NameForm) -> list[tuple[str, str]]:
    """What is wrong with what was sent; where the form finds nothing, the name is taken."""
    if not form.is_submitted() or form.errors:
        return faults(form)
    return [("name", current.language()("organisations.name_taken"))]
