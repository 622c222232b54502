"""Whereabouts: on which devices somebody is signed in, as they read it; and ending it there."""

from dataclasses import dataclass
from datetime import date

from flask import redirect, url_for
from werkzeug.wrappers import Response

from reflect.records import looks, sessions
from reflect.records.ring import KeyRing
from reflect.records.sessions import Current
from reflect.web import current, devices
from reflect.web.forms import Form


@dataclass(frozen=True)
class Whereabouts:
    """A device that somebody is signed in with: since which day, and no hour."""

    id: str
    device: str
    since: date
    is_here: bool


def of(here: Current, keys: bytes | KeyRing) -> list[Whereabouts]:
    """All of them, this one first; `keys`: what opens the looks of a device."""
    found = [
        Whereabouts(
            id=one.id,
            device=devices.said(looks.opened(one.sealed_looks, here.owner, keys)),
            since=one.created.date(),
            is_here=one.id == here.session_id,
        )
        for one in sessions.of(current.db(), here.owner, current.now())
        if here.kind == "person" or one.confirmed  # at the door is not in
    ]
    return sorted(found, key=lambda one: not one.is_here)


def end(here: Current, session_id: str, home: str) -> Response:
    """Sign out at another place, and back to the page that lists them."""
    if not Form().validate():
        return redirect(url_for(home, said="again"))
    with current.writing() as db:
        sessions.end_one(db, here.owner, session_id)
        db.commit()
    return redirect(url_for(home, said="ended_one"))


def end_others(here: Current, home: str) -> Response:
    """Sign out everywhere else."""
    if not Form().validate():
        return redirect(url_for(home, said="again"))
    with current.writing() as db:
        sessions.end_others(db, here)
        db.commit()
    return redirect(url_for(home, said="ended_others"))
