"""A trainer's groups: all at a glance, a new one, and one with its code and its moments."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from reflect.records import definitions, evaluations, groups, offers, terms
from reflect.records.groups import Plan
from reflect.records.groups.tables import OPEN, PLANNED
from reflect.web import current, handing, noting, trainer
from reflect.web.days import PHASES
from reflect.web.forms import Form
from reflect.web.glance import glances, title
from reflect.web.planning import COMFORTABLE, GroupForm, faults
from reflect.web.qr import qr
from reflect.web.standing import is_over, standing, standings

pages = Blueprint("groups", __name__, url_prefix="/groups")

Page = Response | str | tuple[str, int]


@pages.get("")
def mine() -> str:
    """Every group, where its moments stand, and what needs doing; those that are over apart."""
    floor, workplaces = current.house().config.floor, trainer.workplaces()
    shown = glances(current.db(), trainer.own_groups(), floor)
    return render_template(
        "groups/mine.html",
        groups=[one for one in shown if not one.is_over],
        over=[one for one in shown if one.is_over],
        offered=[(one, workplaces[one.organisation_id], by) for one, by in handing.offered()],
        taken=handing.taken(),
        floor=floor,
    )


@pages.route("/new", methods=["GET", "POST"])
def new() -> Page:
    """A new group; before it is made, a word about what a small group means."""
    form = GroupForm()
    form.offer(trainer.workplaces(), offered())
    if not form.is_submitted() or form.again.data:
        return render_template("groups/new.html", form=form, phases=PHASES)
    if not form.validate():
        page = render_template("groups/new.html", form=form, phases=PHASES, errors=faults(form))
        return page, 400
    floor = current.house().config.floor
    if form.size < max(COMFORTABLE, floor) and not form.confirmed.data:
        return render_template("groups/small.html", form=form, typed=form.typed, floor=floor)
    return redirect(url_for("groups.one", group_id=made(form), said="group_made"))


def made(form: GroupForm) -> str:
    """Make the group with the version of the questionnaire that is the latest now; its id."""
    questionnaire, staff_id = current.latest(form.questionnaire.data or ""), trainer.me()
    with current.writing() as db:
        plan = Plan(
            name=form.title,
            organisation_id=form.organisation.data or "",
            staff_id=staff_id,
            fingerprint=definitions.pin(db, questionnaire),
            moments=form.moments,
            cap=form.size,
        )
        group = groups.create(db, current.house().ring, plan, current.now())
        noting.note(db, "group:made", group.id, str(plan.cap))
        db.commit()
    return group.id


@pages.get("/<id:group_id>")
def one(group_id: str) -> str:
    """The code to join with, and the moments."""
    group, house = trainer.group(group_id), current.house()
    code = groups.code(group, house.ring)
    link = code and house.config.origin + url_for("start.join", code=code)
    moments = standings(current.db(), group, house.config.floor)
    wave = evaluations.of_group(current.db(), group.id)
    return render_template(
        "groups/one.html",
        id=group.id,
        name=group.name,
        organisation=trainer.workplaces()[group.organisation_id],
        questionnaire=title(group.fingerprint),
        cap=group.cap,
        code=code,
        link=link,
        qr=link and qr(link),
        moments=moments,
        is_over=is_over(moments),
        is_untold=not wave and all(one.state in (PLANNED, OPEN) for one in moments),
        offered=offers.address(current.db(), house.ring, group.id),
        floor=house.config.floor,
        evaluation=wave and standing(current.db(), wave, house.config.floor),
        evaluations=current.shelf().evaluations,
        weeks=terms.EVALUATION.count // 7,
    )


@pages.post("/<id:group_id>/renew-code")
def renew_code(group_id: str) -> Response:
    """A new code; the old one opens nothing from now on."""
    found = changed(group_id)
    with current.writing() as db:
        groups.renew_code(db, current.house().ring, groups.one(db, trainer.me(), found))
        noting.note(db, "group:code-renewed", found)
        db.commit()
    return redirect(url_for("groups.one", group_id=found, said="code_renewed"))


@pages.post("/<id:group_id>/stop-code")
def stop_code(group_id: str) -> Response:
    """Nobody joins any more, until there is a new code."""
    found = changed(group_id)
    with current.writing() as db:
        groups.stop_code(db, groups.one(db, trainer.me(), found))
        noting.note(db, "group:code-stopped", found)
        db.commit()
    return redirect(url_for("groups.one", group_id=found, said="code_stopped"))


@pages.post("/<id:group_id>/open-next")
def open_next(group_id: str) -> Response:
    """The next moment opens, once all before it are closed."""
    found = changed(group_id)
    with current.writing() as db:
        moment = groups.open_next(db, groups.one(db, trainer.me(), found), current.now())
        noting.note(db, "moment:opened", moment.id)
        db.commit()
    return redirect(url_for("groups.one", group_id=found, said="moment_opened"))


def changed(group_id: str) -> str:
    """The id of a group of this trainer that is not over, where the form was ours; else refused."""
    group = trainer.group(group_id)
    if not Form().validate_on_submit():
        abort(400)
    if is_over(standings(current.db(), group, current.house().config.floor)):
        abort(404)
    return group.id


def offered() -> dict[str, str]:
    """The questionnaires that a group can begin with now: id -> title."""
    return {one.id: title(one.fingerprint) for one in current.shelf().reflections}
