"""Repairs by a trainer: a group or moment deleted, two groups combined; each asked first."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import StringField

from reflect.records import combining, groups, repairs
from reflect.web import current, noting, trainer
from reflect.web.forms import Form
from reflect.web.standing import standing

pages = Blueprint("repairs", __name__)

Page = Response | str | tuple[str, int]


class PartnerForm(Form):
    """Which group is combined with this one."""

    other = StringField()


@pages.route("/groups/<id:group_id>/delete", methods=["GET", "POST"])
def group(group_id: str) -> Page:
    """Delete a group; once anything is told of it, or enough took part, it stays."""
    found, floor, form = trainer.group(group_id), current.house().config.floor, Form()
    if not form.is_submitted():
        may = repairs.may_go(current.db(), found, floor)
        return render_template(
            "repairs/delete.html", moment=None, group=found, may=may, floor=floor
        )
    if form.validate():
        with current.writing() as db:
            done = repairs.remove(db, groups.one(db, trainer.me(), found.id), floor)
            if done:
                noting.note(db, "group:deleted", found.id)
            db.commit()
        if done:
            return redirect(url_for("groups.mine", said="group_deleted"))
        return redirect(url_for("repairs.group", group_id=found.id))
    return redirect(url_for("repairs.group", group_id=found.id, said="again"))


@pages.route("/moments/<id:moment_id>/delete", methods=["GET", "POST"])
def moment(moment_id: str) -> Page:
    """Delete a moment, by the same rule; the last one goes with its group alone."""
    (found, of), floor, form = trainer.moment(moment_id), current.house().config.floor, Form()
    if not form.is_submitted():
        may, here = (
            repairs.may_lose(current.db(), found, floor),
            standing(current.db(), found, floor),
        )
        shown = {"moment": here, "group": of, "may": may, "floor": floor}
        return render_template("repairs/delete.html", **shown)
    if form.validate():
        with current.writing() as db:
            mine = groups.round_of(db, trainer.me(), found.id)
            done = repairs.remove_moment(db, *mine, floor)
            if done:
                noting.note(db, "moment:deleted", found.id)
            db.commit()
        if done:
            return redirect(url_for("groups.one", group_id=of.id, said="moment_deleted"))
        return redirect(url_for("repairs.moment", moment_id=found.id))
    return redirect(url_for("repairs.moment", moment_id=found.id, said="again"))


@pages.route("/groups/<id:group_id>/combine", methods=["GET", "POST"])
def combine(group_id: str) -> Page:
    """Take everybody of another group into this one; the other is gone then."""
    found, form = trainer.group(group_id), PartnerForm()
    others = {
        one.id: one.name for one in combining.partners(current.db(), found, trainer.own_groups())
    }
    if form.validate_on_submit() and form.other.data in others:
        with current.writing() as db:
            both = (groups.one(db, trainer.me(), one) for one in (found.id, form.other.data))
            if combining.combine(db, current.house().ring, *both):
                noting.note(db, "group:combined", found.id, form.other.data)
            db.commit()
        return redirect(url_for("groups.one", group_id=found.id, said="groups_combined"))
    errors = [("other", current.language()("repairs.other_missing"))] if form.is_submitted() else []
    page = render_template("repairs/combine.html", group=found, others=others, errors=errors)
    return (page, 400) if errors else page
