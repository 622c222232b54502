"""A professional's reflections: the list, the sections one by one, the review, the submission."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reflect.records import groups, responses
from reflect.web import casting, current, reviewing, saving
from reflect.web.carrying import hold
from reflect.web.forms import Form
from reflect.web.overview import overview, several, to_look_back_on
from reflect.web.sections import first_open, place_in
from reflect.web.submitting import submit_response

pages = Blueprint("reflections", __name__, url_prefix="/reflections")


@pages.get("")
def mine() -> str:
    """My reflections and my groups: what can be begun, gone on with, and read."""
    db, me = current.db(), current.me()
    groups, alone = overview(db, me.person_id)
    due = to_look_back_on(db, me)
    again = several(groups, alone)
    return render_template(
        "reflections/mine.html", groups=groups, alone=alone, due=due, several=again
    )


@pages.post("")
def begin() -> Response:
    """Begin at a moment of a group; begun once, then the same again."""
    me = current.me()
    if not Form().validate():
        return redirect(url_for("reflections.mine", said="again"))
    with current.writing() as db:
        response = responses.start(db, me, request.form.get("moment", ""), current.now())
        db.commit()
    return redirect(url_for("reflections.resume", response_id=response.id))


@pages.get("/<id:response_id>")
def resume(response_id: str) -> Response:
    """To the first section that is not done, or to the review, or to the report."""
    sheet = responses.sheet(current.db(), current.me(), response_id)
    if sheet.is_submitted:
        return redirect(url_for("report.page", response_id=response_id))
    return redirect(first_open(sheet))


@pages.route("/<id:response_id>/<slug:section>", methods=["GET", "POST"])
def section(response_id: str, section: str) -> Response | str | bytes | tuple[str, int]:
    """One section: drawn, or what was filled in kept."""
    here = current.who()
    if here is None or here.kind != "person":
        return hold(response_id, section)
    sheet = responses.sheet(current.db(), here.me, response_id)
    if sheet.is_submitted:
        return redirect(url_for("report.page", response_id=response_id))
    place = place_in(sheet, section) or abort(404)
    return saving.save(place, here.me) if request.method == "POST" else casting.show(place)


@pages.post("/<id:response_id>/answers")
def answers(response_id: str) -> tuple[dict[str, str], int]:
    """Keep one answer while somebody types; the reply is for the page's own script."""
    here = current.who()
    if here is None or here.kind != "person":
        return saving.refusal("signed_out", 401)
    sheet = responses.sheet(current.db(), here.me, response_id)
    if sheet.is_submitted:
        report = url_for("report.page", response_id=response_id)
        return saving.refusal("submitted", 409, report)
    return saving.keep(sheet, here.me)


@pages.get("/<id:response_id>/review")
def review(response_id: str) -> Response | str | bytes:
    """Everything once more, with what was skipped said neutrally, before submitting."""
    me = current.me()
    sheet = responses.sheet(current.db(), me, response_id)
    if sheet.is_submitted:
        return redirect(url_for("report.page", response_id=response_id))
    return reviewing.show(sheet, is_late=groups.is_past(current.db(), sheet.response.moment_id))


@pages.post("/<id:response_id>/submit")
def submit(response_id: str) -> Response:
    """Freeze it: once, whoever clicks how often."""
    me = current.me()
    if not Form().validate():
        return redirect(url_for("reflections.review", response_id=response_id, said="again"))
    submit_response(me, response_id)
    return redirect(url_for("report.page", response_id=response_id))
