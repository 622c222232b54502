"""Somebody arrives: known by a session, or new, with a code that is shown once."""

from collections.abc import Callable
from datetime import datetime

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from reflect.questionnaire import Questionnaire
from reflect.records import codes, definitions, people, recovery, sessions
from reflect.records.engine import Session, alone
from reflect.records.people import Opened
from reflect.records.responses import start_alone
from reflect.records.sealing import Place
from reflect.web import current
from reflect.web.agenda import next_moment
from reflect.web.parcels import opened, sealed
from reflect.web.signing import admitted, let_in

Then = Callable[[Session, Opened, datetime], object]
AT = Place("newcomer", "form")


def arrive(then: Then) -> Response:
    """Do what somebody came for, as the person who is there or as a new one; one transaction."""
    here, at = current.who(), current.now()
    if here is not None and here.kind == "person":
        with current.writing() as db:
            then(db, here.me, at)
            db.commit()
        return redirect(url_for("reflections.mine"))
    return _newcomer(then, at)


def newcomer() -> str:
    """The code of whoever may send this form, sealed: sent twice, it makes one person."""
    return sealed(codes.personal(), AT)


def _newcomer(then: Then, at: datetime) -> Response:
    code = str(opened(request.form.get("newcomer", ""), AT) or codes.personal())
    ring, language = current.house().ring, current.language().code
    with current.writing() as db:
        alone(db, f"newcomer {code}")
        me = people.recognised(db, ring, code)
        if me is None:
            person, key, _ = people.create(db, ring, language=language, at=at, code=code)
            me = Opened(person.id, key)
        then(db, me, at)
        sessions.end(db, current.token())
        token = admitted(db, me)
        db.commit()
    current.become(token)
    return let_in(show_code(code, is_new=True), token)


def begin_alone(db: Session, me: Opened, wanted: Questionnaire, at: datetime) -> None:
    """A response without a group; its version is kept with it for ever."""
    start_alone(db, me, definitions.pin(db, wanted), "after", at)


def show_code(code: str, *, is_new: bool) -> Response:
    """The page that shows a code: once, because the code is kept nowhere."""
    db, me = current.db(), current.me().person_id
    page = render_template(
        "account/code-shown.html",
        code=code,
        is_new=is_new,
        moment=next_moment(db, me, current.now().date()),
        recovery=recovery.of(db, current.house().ring, me),
    )
    return make_response(page)
