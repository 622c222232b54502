"""What goes wrong below, said to people: calmly, in their language, with a number to quote."""

import logging
import secrets

from flask import Flask, g, render_template
from sqlalchemy.exc import NoResultFound, OperationalError
from werkzeug.exceptions import HTTPException

from reflect.records.sealing import Unreadable
from reflect.web import current

LOG = logging.getLogger("reflect")
KNOWN = {400, 403, 404, 405, 413, 429, 503}

Page = tuple[str, int]


def explain(app: Flask) -> None:
    """Give every fault its page."""
    app.before_request(_number)
    app.register_error_handler(HTTPException, refused)
    app.register_error_handler(NoResultFound, missing)
    app.register_error_handler(Unreadable, unreadable)
    app.register_error_handler(OperationalError, busy)
    app.register_error_handler(Exception, broken)


def _number() -> None:
    g.number = secrets.token_hex(4)


def refused(fault: HTTPException) -> Page:
    """The page of an HTTP fault."""
    return page(fault.code or 500)


def missing(_fault: NoResultFound) -> Page:
    """What a person may not see does not exist."""
    return page(404)


def unreadable(fault: Unreadable) -> Page:
    """Something sealed that does not open: told, and logged without its contents."""
    LOG.error("request %s: %s", g.number, fault)
    return page(500, "unreadable")


def busy(fault: OperationalError) -> Page:
    """The database cannot be reached or is busy; nothing was kept, and the page says so."""
    LOG.error("request %s: the database: %s", g.number, type(fault.orig).__name__)
    return page(503)


def broken(fault: Exception) -> Page:
    """What nobody foresaw. The log names the fault and its place, never what somebody typed."""
    trace = fault.__traceback__
    places = []
    while trace is not None:
        places.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
        trace = trace.tb_next
    LOG.error("request %s: %s at %s", g.number, type(fault).__name__, " < ".join(places[::-1][:8]))
    return page(500)


def page(status: int, name: str | None = None) -> Page:
    """The page of a fault, drawn without asking the records who is there."""
    current.rest()
    g.who = None
    known = name or (str(status) if status in KNOWN else "500")
    contact = current.house().config.contact
    body = render_template(
        "errors/page.html", name=known, status=status, number=g.number, contact=contact
    )
    return body, status
