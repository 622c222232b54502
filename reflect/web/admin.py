"""The administrator's start: what needs doing, where everything is, and how this instance is."""

from flask import Blueprint, render_template

from reflect.records import imports
from reflect.web import current, trainer, uploads
from reflect.web.condition import conditions

pages = Blueprint("admin", __name__, url_prefix="/admin")
ROOMS = ("organisations.every", "colleagues.every", "imports.every", "audit.every", "admin.health")


@pages.get("")
def home() -> str:
    """What needs doing, then the pages there are."""
    waiting = imports.waiting(current.db(), trainer.me(), current.now())
    return render_template(
        "admin/home.html",
        wrong=[one for one in conditions() if not one.is_well],
        waiting=[uploads.own(row.id) for row in waiting],
        rooms=ROOMS,
    )


@pages.get("/health")
def health() -> str:
    """Each part on a line: how it is, and what to do."""
    return render_template("admin/health.html", conditions=conditions())
