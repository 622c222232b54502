"""What goes wrong below, said to people: calmly, in their language, with a number to quote."""

import secrets
from contextlib import suppress

from flask import Flask, g, redirect, render_template, request, url_for
from sqlalchemy.exc import DataError, InternalError, NoResultFound, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from werkzeug.exceptions import BadHost, HTTPException, RequestEntityTooLarge, ServiceUnavailable
from werkzeug.wrappers import Response

from reflect.records.groups import Full
from reflect.records.responses import Moved, Submitted
from reflect.records.sealing import Unreadable
from reflect.web import current, saving
from reflect.web.access import KEEPS_WHAT_WAS_TYPED
from reflect.web.logs import LOG, places

OURS = 500  # from here on a fault is ours, and not of who asks
SOON = "10"  # seconds after which a client may try again
KNOWN = {400, 403, 404, 405, 410, 413, 429, 503}

Page = tuple[str, int, dict[str, str]]
Told = tuple[dict[str, str], int, dict[str, str]]  # to the script of a page


def explain(app: Flask) -> None:
    """Give every fault its page."""
    app.before_request(_number)
    app.register_error_handler(HTTPException, refused)
    app.register_error_handler(BadHost, nameless)
    app.register_error_handler(NoResultFound, missing)
    app.register_error_handler(DataError, missing)
    app.register_error_handler(Full, full)
    app.register_error_handler(Submitted, submitted)
    app.register_error_handler(Moved, moved)
    app.register_error_handler(Unreadable, unreadable)
    app.register_error_handler(OperationalError, busy)
    app.register_error_handler(InternalError, busy)
    app.register_error_handler(NoConnection, busy)
    app.register_error_handler(Exception, broken)


def _number() -> None:
    g.number = secrets.token_hex(4)


def refused(fault: HTTPException) -> Page | Told:
    """The page of an HTTP fault; of a text that is too long, words to the script."""
    if fault.code == RequestEntityTooLarge.code and request.endpoint == "reflections.answers":
        return {"message": current.language()("errors.answer_long")}, fault.code, {}
    return page(fault.code or 500)


def nameless(_fault: BadHost) -> tuple[str, int, dict[str, str]]:
    """Asked by a name that no site can have: there are no addresses, so there is no page."""
    return "400\n", 400, {"Content-Type": "text/plain; charset=utf-8"}


def missing(_fault: NoResultFound | DataError) -> Page:
    """What a person may not see does not exist, nor does what no database can look for."""
    return page(404)


def full(_fault: Full) -> Page:
    """The group has no place left."""
    return page(410)


def submitted(_fault: Submitted) -> Response | saving.Reply:
    """Another page submitted it in the same blink: the report tells, or the reply to the script."""
    report = url_for("report.page", response_id=_response())
    if request.endpoint == "reflections.answers":
        return saving.refusal("submitted", 409, report)
    return redirect(report)


def moved(_fault: Moved) -> Response:
    """Answers kept coming from elsewhere while it was submitted: once more, by the person."""
    return redirect(url_for("reflections.review", response_id=_response(), said="again"))


def unreadable(fault: Unreadable) -> Page | saving.Reply:
    """Something sealed that does not open: told, and logged without its contents.

    No 5xx: asked again it opens no better, and the script of a page would ask for ever.
    """
    LOG.error("request %s: %s", g.number, fault)
    if request.endpoint == "reflections.answers":
        return saving.refusal("unreadable", 409)
    return page(409, "unreadable")


def _response() -> str:
    return str((request.view_args or {})["response_id"])


def busy(fault: OperationalError | InternalError | NoConnection) -> Page | Told:
    """The database cannot be reached, is busy, full, broken or may not be written.

    Nothing was kept: that is said, and what was typed is on the page that says it.
    """
    cause = getattr(fault, "orig", None) or fault
    LOG.error("request %s: the database: %s", g.number, type(cause).__name__)
    if request.endpoint == "reflections.answers":
        return {"message": current.language()("errors.answer")}, 503, {"Retry-After": SOON}
    return page(503)


def broken(fault: Exception) -> Page:
    """What nobody foresaw. The log names the fault and its place, never what somebody typed."""
    LOG.error("request %s: %s at %s", g.number, type(fault).__name__, places(fault.__traceback__))
    return page(500)


def page(status: int, name: str | None = None) -> Page:
    """The page of a fault, drawn without asking the records who is there."""
    current.rest()
    g.session = None
    known = name or (str(status) if status in KNOWN else "500")
    is_soon = status == ServiceUnavailable.code
    body = render_template(
        "errors/page.html",
        name=known,
        status=status,
        number=g.number,
        contact=current.house().config.contact,
        held=_typed() if is_soon else [],
    )
    return body, status, {"Retry-After": SOON} if is_soon else {}


def _typed() -> list[tuple[str, str]]:
    """The fields just sent, where somebody typed in them for a while."""
    is_kept = request.method == "POST" and request.endpoint in KEEPS_WHAT_WAS_TYPED
    with suppress(HTTPException):  # not even that can be read
        return list(request.form.items(multi=True)) if is_kept else []
    return []
