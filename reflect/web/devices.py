"""The device at hand: what it looks like, and the cookie that staff is recognised by."""

import secrets
from datetime import timedelta

from flask import g, request
from werkzeug.wrappers import Response

from reflect.records import devices as known
from reflect.records import terms
from reflect.records.devices import Arrival
from reflect.records.looks import Looks
from reflect.web import current

KEPT = terms.DEVICE.length + timedelta(days=1)
BROWSERS = {  # the first that is found: most browsers say that they are Safari too
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "Chrom": "Chrome",
    "CriOS": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "CrOS": "Chromebook",
    "Windows": "Windows",
    "Mac OS X": "Mac",
    "Linux": "Linux",
}


def looks(agent: str | None = None) -> Looks:
    """What a browser says it is, and no version: that would tell people apart."""
    agent = request.user_agent.string if agent is None else agent
    return {"browser": _first(BROWSERS, agent), "system": _first(SYSTEMS, agent)}


def said(seen: Looks) -> str:
    """A device in words: Firefox on Windows."""
    browser, system, t = seen.get("browser"), seen.get("system"), current.language()
    if browser and system:
        return t("devices.on", browser=browser, system=system)
    return browser or system or t("devices.unknown")


def cookie() -> str:
    """What the browser is recognised by at the next sign-in; new where it brought none."""
    if "device" not in g:
        g.device = request.cookies.get(_name()) or secrets.token_urlsafe(32)
    return str(g.device)


def is_known(staff_id: str) -> bool:
    """Whether this member of staff signed in with this browser before."""
    return known.is_known(current.db(), Arrival(staff_id, cookie()))


def keep(response: Response) -> Response:
    """The answer, with the cookie that stays when the session ends."""
    response.set_cookie(
        _name(),
        cookie(),
        max_age=KEPT,
        path="/",
        secure=current.house().config.is_secure,
        httponly=True,
        samesite="Lax",
    )
    return response


def _first(names: dict[str, str], agent: str) -> str:
    return next((name for sign, name in names.items() if sign in agent), "")


def _name() -> str:
    return "__Host-device" if current.house().config.is_secure else "device"
