"""What was typed when a session had ended: carried, sealed, through signing in, and given back."""

from flask import render_template, request
from werkzeug.datastructures import MultiDict

from reflect.records import responses
from reflect.records.people import Opened
from reflect.records.sealing import Place
from reflect.web import board, current, evaluating
from reflect.web.forms import PREFIX
from reflect.web.parcels import opened, sealed
from reflect.web.sections import draw, form_of, place_in
from reflect.web.seen import Seen

AT = Place("carried", "form")
GOALS = "goals"  # stands where a section would stand


def hold(response_id: str, section: str) -> tuple[str, int]:
    """The sign-in page, with the form just sent sealed inside it: nothing typed is lost.

    An evaluation is a whole page without a section; then the id is that of its wave.
    """
    fields = [(name, value) for name, value in request.form.items(multi=True) if _is_answer(name)]
    carried = sealed([response_id, section, fields], AT)
    return render_template("account/sign-in.html", carried=carried, errors=[]), 401


def give_back(carried: str, me: Opened) -> str | None:
    """The page with what was typed in it, to be seen and kept by its owner; else None."""
    whole = opened(carried, AT)
    if whole is None:
        return None
    response_id, section, fields = whole
    sent = MultiDict([(name, value) for name, value in fields])
    if not section:
        return evaluating.give_back(response_id, sent, me)
    if response_id not in {own.id for own in responses.of(current.db(), me.person_id)}:
        return None  # on a shared device somebody else typed it
    sheet = responses.sheet(current.db(), me, response_id)
    if sheet.is_submitted:
        return _goals(me, response_id, sent) if section == GOALS else None
    place = place_in(sheet, section)
    if place is None:
        return None
    return draw(place, form=form_of(place, sent), notice="carried", seen=Seen.of(sent))


def _goals(me: Opened, response_id: str, sent: MultiDict[str, str]) -> str:
    return board.draw(board.of(current.db(), me, response_id), sent=sent, notice="carried")


def _is_answer(name: str) -> bool:
    return name.startswith(PREFIX) or name in ("seen", "page", "owner")
