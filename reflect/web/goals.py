"""Goals: one to three things to do after a reflection; written, removed, and looked back on."""

from flask import Blueprint, abort, render_template, request
from werkzeug.wrappers import Response

from reflect.web import board, current, intending
from reflect.web.carrying import GOALS, hold
from reflect.web.forms import Form

pages = Blueprint("goals", __name__, url_prefix="/reflections")


@pages.route("/<id:response_id>/goals", methods=["GET", "POST"])
def page(response_id: str) -> Response | str | tuple[str, int]:
    """The goals of a reflection, and earlier ones to look back on: drawn, or kept."""
    here = current.who()
    if here is None or here.kind != "person":
        return hold(response_id, GOALS)
    mine = board.of(current.db(), here.me, response_id)
    if request.method != "POST":
        return board.draw(mine)
    if not Form().validate():
        return board.draw(mine, sent=request.form, notice="expired"), 400
    return intending.save(here.me, mine)


@pages.get("/<id:response_id>/goals/<slug:number>/remove")
def remove(response_id: str, number: str) -> str:
    """Asks once more; the form that it holds empties the goal by the page of all goals."""
    mine = board.of(current.db(), current.me(), response_id)
    slots = [slot for slot in mine.own if str(slot.number) == number and slot.is_filled]
    if not slots:
        abort(404)
    return render_template("goals/remove.html", slot=slots[0], seen=board.sealed_fields(mine))
