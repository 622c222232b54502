"""What was typed when a session had ended: carried, sealed, through signing in, and given back."""

import base64
import binascii
import json
from typing import Any

from flask import render_template, request
from werkzeug.datastructures import MultiDict

from reflect.records import responses
from reflect.records.people import Opened
from reflect.records.sealing import Place, Unreadable
from reflect.web import current, evaluating
from reflect.web.forms import PREFIX
from reflect.web.sections import draw, form_of, place_in
from reflect.web.seen import Seen

AT = Place("carried", "form")


def hold(response_id: str, section: str) -> tuple[str, int]:
    """The sign-in page, with the form just sent sealed inside it: nothing typed is lost.

    An evaluation is a whole page without a section; then the id is that of its wave.
    """
    fields = [(name, value) for name, value in request.form.items(multi=True) if _is_answer(name)]
    carried = sealed([response_id, section, fields], AT)
    return render_template("account/sign-in.html", carried=carried, errors=[]), 401


def give_back(carried: str, me: Opened) -> str | None:
    """The section with what was typed in it, to be seen and kept by its owner; else None."""
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
    place = place_in(sheet, section)
    if place is None or sheet.is_submitted:
        return None
    return draw(place, form=form_of(place, sent), notice="carried", seen=Seen.of(sent))


def _is_answer(name: str) -> bool:
    return name.startswith(PREFIX) or name in ("seen", "page", "owner")


def sealed(whole: object, at: Place) -> str:
    """Plain contents, sealed so that they can ride along in a form."""
    return base64.urlsafe_b64encode(
        current.house().ring.seal(json.dumps(whole).encode(), at)
    ).decode()


def opened(carried: str, at: Place) -> Any:
    """What was sealed; None for what was not, or elsewhere, or under a key that is gone."""
    try:
        return json.loads(current.house().ring.opened(base64.urlsafe_b64decode(carried), at))
    except (binascii.Error, ValueError, Unreadable):
        return None
