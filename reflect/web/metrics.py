"""The metrics of this instance, for whoever watches it: requests, mail, work at night, backups."""

import hmac
from collections.abc import Iterator
from datetime import datetime
from ipaddress import ip_address
from time import perf_counter

from flask import Blueprint, Flask, Response, abort, current_app, g, request

from reflect.records.condition import GIGABYTE, Condition
from reflect.web import current
from reflect.web.access import ROUTES, Access
from reflect.web.condition import conditions
from reflect.web.meters import Gauge, Meters

pages = Blueprint("metrics", __name__)
LOOPBACK = "loopback"
NO_PAGE = "none"
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP")
OF_STAFF = {Access.TRAINER, Access.STAFF, Access.ARRIVING, Access.ADMINISTRATOR}
OPEN = {  # asked by anybody, and nothing that somebody does here
    *("health.live", "health.ready", "metrics.page", "security.contact", "staff.sign_in"),
    *("start.home", "start.who_sees_what", "start.privacy", "start.accessibility"),
    *("instruments.every", "instruments.one"),
}


def watch(app: Flask, wished: str) -> None:
    """Count each request from its very beginning, where metrics are wished."""
    if wished:
        app.extensions["meters"] = Meters(app.extensions["reflect"].config.instance / "metrics")
        app.before_request(_begin)
        app.after_request(_end)


@pages.get("/metrics")
def page() -> Response:
    """Everything, for who may ask; for all others, and where it is off, there is no such page."""
    if not _may(current.house().config.metrics):
        abort(404)
    body, kind = current_app.extensions["meters"].told(_gauges(conditions()))
    return Response(body, content_type=kind)


def _may(wished: str) -> bool:
    """Whether who asks is this machine itself, no proxy between; or has the token."""
    if wished == LOOPBACK:
        is_passed_on = any(name in request.headers for name in FORWARDED)
        return ip_address(request.remote_addr or "::").is_loopback and not is_passed_on
    held = request.headers.get("Authorization", "").encode()
    return bool(wished) and hmac.compare_digest(held, f"Bearer {wished}".encode())


def _begin() -> None:
    g.began = perf_counter()


def _end(response: Response) -> Response:
    route = request.url_rule.rule if request.url_rule else NO_PAGE
    current_app.extensions["meters"].count(
        *(route, response.status_code, perf_counter() - g.began),
        is_peoples=route != NO_PAGE and not _is_told(request.endpoint or ""),
    )
    return response


def _is_told(endpoint: str) -> bool:
    """Whether a page is counted by its own name: one of staff, or one that tells of nobody."""
    return endpoint in OPEN or ROUTES.get(endpoint) in OF_STAFF


def _gauges(parts: list[Condition]) -> Iterator[Gauge]:
    """The condition of the instance in figures, the same that its page says in words."""
    well = {part.name: float(part.is_well) for part in parts}
    yield Gauge("reflect_well", "1 where a part is well, 0 where not.", well, label="part")
    said = {part.name: part.said for part in parts}
    done = {
        name: time.timestamp()
        for name in ("night", "backup")
        if isinstance(time := said[name].get("time"), datetime)
    }
    yield Gauge("reflect_done_timestamp_seconds", "When it was last done.", done, label="part")
    late = said.get("mail", {}).get("count", 0)
    yield Gauge("reflect_mail_late", "Letters that wait for over an hour.", {"": _float(late)})
    free = _float(said["disk"]["free"]) * GIGABYTE
    yield Gauge("reflect_disk_free_bytes", "Room where the instance is.", {"": free})


def _float(value: object) -> float:
    return float(value)  # type: ignore[arg-type] # a count or a fraction of a Condition
