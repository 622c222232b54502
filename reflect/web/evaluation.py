"""The evaluation of a training: opened by its trainer, filled in once by whoever was there."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reflect.questionnaire import contribution, score
from reflect.records import definitions, evaluations, groups
from reflect.records.groups import Wave
from reflect.web import current, noting, trainer
from reflect.web.carrying import hold
from reflect.web.erasing import settle
from reflect.web.evaluating import PHASE, draw, paper
from reflect.web.forms import Form, field_name

pages = Blueprint("evaluation", __name__)

Page = Response | str | tuple[str, int]


@pages.post("/groups/<id:group_id>/evaluation")
def launch(group_id: str) -> Response:
    """The evaluation of a group opens, once."""
    group, house = trainer.group(group_id), current.house()
    if not Form().validate_on_submit():
        abort(400)
    offered = {one.id: one for one in current.shelf().evaluations}
    chosen = offered.get(request.form.get("questionnaire", "")) or abort(404)
    with current.writing() as db:
        mine = groups.one(db, trainer.me(), group.id)
        is_new = evaluations.of_group(db, mine.id) is None
        wave = evaluations.launch(
            db, house.ring, mine.id, definitions.pin(db, chosen), current.now()
        )
        said = "evaluation_opened" if wave.state == "open" else None
        if is_new:
            noting.note(db, "evaluation:opened", wave.id)
        db.commit()
    return redirect(url_for("groups.one", group_id=group.id, said=said))


@pages.route("/evaluations/<id:moment_id>", methods=["GET", "POST"])
def fill(moment_id: str) -> Page:
    """All questions on one page; sent once, and a word of thanks after that."""
    here = current.who()
    if here is None or here.kind != "person":
        return hold(moment_id, "")
    wave = evaluations.one(current.db(), here.owner, moment_id)
    if request.method == "POST":
        return receive(wave)
    if evaluations.marked(current.db(), current.house().ring, wave, here.owner):
        return render_template("evaluation/thanks.html", wave=wave)
    if wave.state == "closed":
        return redirect(url_for("picture.one", moment_id=wave.id))
    if wave.state != "open":
        return redirect(url_for("reflections.mine", said="evaluation_closed"))
    return draw(wave, paper(wave))


def receive(wave: Wave) -> Page:
    """Keep what was sent, or show it again with what is wrong; a second time changes nothing."""
    filled = paper(wave)
    if not filled.is_ours():
        return draw(wave, filled, notice="expired"), 400
    if filled.is_only_cleared:
        return draw(wave, filled)
    if "look" in request.form:  # Enter among the answers is not the one time that it is sent
        return draw(wave, filled, notice="carried")
    if filled.faults:
        return draw(wave, filled, wrong=filled.faults), 400
    if not filled.answers:
        first = next(iter(filled.questionnaire.questions))
        empty = [(field_name(first), current.language()("evaluation.empty"))]
        return draw(wave, filled, errors=empty), 400
    values = contribution(filled.questionnaire, score(filled.questionnaire, PHASE, filled.answers))
    me, ring = current.me(), current.house().ring
    with current.writing() as db:
        said = evaluations.fill(db, ring, me.person_id, wave.id, values)
        db.commit()
    settle()  # the box as it was before would tell what this member added
    return redirect(url_for("evaluation.fill", moment_id=wave.id, said=f"evaluation_{said}"))
