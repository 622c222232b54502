"""The personal report as a page, and what one takes along from it: files made on the spot."""

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from reflect import reports
from reflect.reports import Document, Outcome, Picture
from reflect.web import current
from reflect.web.documents import download
from reflect.web.forms import Form
from reflect.web.outcomes import outcome

pages = Blueprint("report", __name__, url_prefix="/reflections")
LONGEST = 100  # characters of a name in a file
NARROW = 230.0  # units of a picture: on a phone its words stay as large as the text


@pages.get("/<id:response_id>/report")
def page(response_id: str) -> str:
    """What the answers mean, part by part: the same parts as the PDF."""
    shown = outcome(response_id)
    current.rest()
    return render_template(
        "report/page.html",
        response_id=response_id,
        parts=reports.parts(shown),
        compared=shown.questionnaire.id if shown.past else "",
        drawn=drawn,
        has_goals=bool(shown.goals),
    )


@pages.post("/<id:response_id>/report.pdf")
def pdf(response_id: str) -> Response:
    """The report as a PDF."""
    return _taken(response_id, reports.personal)


@pages.post("/<id:response_id>/sheet.pdf")
def sheet(response_id: str) -> Response:
    """The reflection sheet, for supervision or a portfolio."""
    return _taken(response_id, reports.sheet)


@pages.post("/<id:response_id>/sheet.txt")
def sheet_text(response_id: str) -> Response:
    """The same as text, to be pasted."""
    return _taken(response_id, reports.sheet_text)


@pages.post("/<id:response_id>/conversation.pdf")
def conversation(response_id: str) -> Response:
    """For whoever talks along: it holds neither answers nor a name."""
    return _taken(response_id, reports.conversation)


def _taken(response_id: str, make: Callable[[Outcome], Document]) -> Response:
    """A file of a report of one's own; a name that was typed stands in it and nowhere else."""
    if not Form().validate():
        return redirect(url_for("report.page", response_id=response_id, said="again"))
    told = outcome(response_id, request.form.get("name", "").strip()[:LONGEST])
    current.rest()
    return download(make(told))


def drawn(picture: Picture, key: str) -> Markup:
    """A picture for the page; svg() escapes every text in it."""
    return Markup(reports.svg(picture, key, NARROW))  # noqa: S704 - our own drawing
