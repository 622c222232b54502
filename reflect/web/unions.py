"""What several groups were told together: the picture of a union, in a room, and as a file."""

from flask import Blueprint, abort, render_template, url_for
from werkzeug.wrappers import Response

from reflect.disclosure import Release
from reflect.records import releases
from reflect.reports.exports import EXPORTS
from reflect.reports.group import Telling
from reflect.reports.group.screens import screens
from reflect.web import current
from reflect.web.moments import filed
from reflect.web.picture import draw
from reflect.web.present import drawn
from reflect.web.sight import sight, telling

pages = Blueprint("unions", __name__, url_prefix="/unions")


@pages.get("/<id:union_id>")
def one(union_id: str) -> str:
    """A picture of the same kind as that of a group, with the same files."""
    told, t = found(union_id), current.language()
    files = {kind: url_for(".export", union_id=union_id, kind=kind) for kind in EXPORTS}
    back = url_for("organisation.home"), t("organisation.back")
    return draw(told, back=back, files=files, presented=url_for(".present", union_id=union_id))


@pages.get("/<id:union_id>/present")
def present(union_id: str) -> str:
    """The same figures for a projector."""
    shown = screens(found(union_id))
    current.rest()
    back = url_for(".one", union_id=union_id)
    return render_template("present/picture.html", screens=shown, back=back, drawn=drawn)


@pages.get("/<id:union_id>/export/<slug:kind>")
def export(union_id: str, kind: str) -> Response:
    """The same figures as a file."""
    told = found(union_id)
    return filed(told, kind) if kind in EXPORTS else abort(404)


def found(union_id: str) -> Telling:
    """A union that who is there may see; others do not exist."""
    return telling(Release.from_json(releases.union(current.db(), sight(), union_id)))
