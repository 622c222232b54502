"""The picture of a group in the training room: one thing a screen, all of them on one page.

One page, so that it goes on while the session of whoever presents has long ended.
"""

from flask import Blueprint, abort, render_template
from markupsafe import Markup

from reflect import reports
from reflect.reports import Picture
from reflect.reports.group.screens import screens
from reflect.web import current, trainer
from reflect.web.picture import telling

pages = Blueprint("present", __name__)

WIDE = 420.0  # units: what a projector shows of a chart, in letters that fill it


@pages.get("/moments/<id:moment_id>/present")
def picture(moment_id: str) -> str:
    """The same figures as on the page, for a projector."""
    moment, _ = trainer.moment(moment_id)
    shown = screens(telling(moment) or abort(404))
    current.rest()
    return render_template("present/picture.html", screens=shown, moment_id=moment.id, drawn=drawn)


def drawn(picture: Picture, key: str) -> Markup:
    """A picture for the wall; svg() escapes every text in it."""
    return Markup(reports.svg(picture, key, WIDE))  # noqa: S704 - our own drawing
