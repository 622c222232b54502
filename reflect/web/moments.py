"""A moment of a group: closing it, what the group is told of it, and that as a file."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from reflect.records import releases
from reflect.records.groups import Group, Round
from reflect.reports.exports import EXPORTS
from reflect.reports.group import Telling
from reflect.web import current, noting, trainer
from reflect.web.documents import download
from reflect.web.forms import Form
from reflect.web.picture import draw, telling
from reflect.web.standing import standing

pages = Blueprint("moments", __name__, url_prefix="/moments")

Page = Response | str | tuple[str, int]


@pages.route("/<id:moment_id>/close", methods=["GET", "POST"])
def close(moment_id: str) -> Page:
    """Ask first, because it cannot be undone; then close, or say that there are too few."""
    moment, group = trainer.moment(moment_id)
    form = Form()
    if not form.is_submitted():
        return asking(moment, group)
    if not form.validate():
        return redirect(url_for("moments.close", moment_id=moment.id, said="again"))
    house = current.house()
    questionnaire = current.questionnaire(moment.fingerprint or group.fingerprint)
    rules = releases.rules(questionnaire, moment.phase, house.config.floor)
    current.rest()
    here = (house.database, house.ring, moment.id)
    verdict = releases.close(*here, rules, current.now(), by=noting.staff())
    following = "moments.one" if verdict.closes else "moments.close"
    return redirect(url_for(following, moment_id=moment.id))


def asking(moment: Round, group: Group) -> Page:
    """What closing means, before it is done; nothing to ask of what is closed or not open yet."""
    floor = current.house().config.floor
    here = standing(current.db(), moment, floor)
    if here.state == "planned":
        abort(404)
    if here.state == "closed":
        return redirect(url_for("moments.one", moment_id=moment.id))
    waits = moment.next_try if moment.next_try and current.now() < moment.next_try else None
    has_passed = moment.deadline is not None and moment.deadline < current.now().date()
    return render_template(
        "moments/close.html",
        moment=here,
        group_id=group.id,
        group=group.name,
        floor=floor,
        next_try=None if has_passed else waits,
        is_few=here.participation == "fewer" and not has_passed,
    )


@pages.get("/<id:moment_id>")
def one(moment_id: str) -> str:
    """What the group is told; until it is closed, that it is not yet."""
    moment, group = trainer.moment(moment_id)
    told = telling(moment)
    if told is None:
        here = standing(current.db(), moment, current.house().config.floor)
        return render_template(
            "moments/waiting.html", moment=here, group_id=group.id, group=group.name
        )
    back = (url_for("groups.one", group_id=group.id), current.language()("moments.to_group"))
    files = [url_for("moments.export", moment_id=moment.id, kind=kind) for kind in EXPORTS]
    given = dict(zip(EXPORTS, files, strict=True))
    room = url_for("present.picture", moment_id=moment.id)
    return draw(told, back=back, files=given, presented=room)


@pages.get("/<id:moment_id>/export/<slug:kind>")
def export(moment_id: str, kind: str) -> Response:
    """What the group is told, as a file; the same figures as on the page."""
    moment, _ = trainer.moment(moment_id)
    told = telling(moment)
    if told is None or kind not in EXPORTS:
        abort(404)
    return filed(told, kind)


def filed(telling: Telling, kind: str) -> Response:
    """A file of what a group is told, made of nothing else."""
    current.rest()
    return download(EXPORTS[kind](telling))
