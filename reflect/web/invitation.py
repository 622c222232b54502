"""The invitation to a group: a sheet to print, the same as a PDF, and the code on the wall."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from reflect.records import groups
from reflect.reports.invitation import Invitation
from reflect.reports.invitation import invitation as printed
from reflect.web import current, trainer
from reflect.web.documents import download
from reflect.web.glance import title
from reflect.web.qr import qr

pages = Blueprint("invitation", __name__)

Page = Response | str


@pages.get("/groups/<id:group_id>/invitation")
def sheet(group_id: str) -> Page:
    """The sheet as a page, to look at and to print."""
    return drawn(group_id, "invitation/sheet.html")


@pages.get("/groups/<id:group_id>/wall")
def wall(group_id: str) -> Page:
    """The code as large as the wall, for a room with telephones."""
    return drawn(group_id, "invitation/wall.html")


@pages.get("/groups/<id:group_id>/invitation.pdf")
def pdf(group_id: str) -> Response:
    """The sheet as a file."""
    told = of_group(group_id) or abort(404)
    current.rest()
    return download(printed(told))


def drawn(group_id: str, template: str) -> Page:
    """A page of an invitation; without a code there is nothing to invite with."""
    told = of_group(group_id)
    if told is None:
        return redirect(url_for("groups.one", group_id=group_id))
    return render_template(template, to=told, group_id=group_id, qr=qr(told.link))


def of_group(group_id: str) -> Invitation | None:
    """The invitation to a group of this trainer; None while its code is stopped."""
    group, house = trainer.group(group_id), current.house()
    code = groups.code(group, house.ring)
    if code is None:
        return None
    return Invitation(
        group=group.name,
        subject=title(group.fingerprint),
        code=code,
        link=house.config.origin + url_for("start.join", code=code),
        home=house.config.origin,
        floor=house.config.floor,
        t=current.language(),
        day=group.created,
    )
