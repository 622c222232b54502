"""The instruments: what each questionnaire asks, why, and what it rests on; for everybody."""

from flask import Blueprint, Response, render_template

from reflect.web import current

pages = Blueprint("instruments", __name__, url_prefix="/instruments")


def unlisted(response: Response) -> Response:
    """For readers of this site, not for the lists of search engines."""
    response.headers["X-Robots-Tag"] = "noindex"
    return response


pages.after_request(unlisted)


@pages.get("")
def every() -> str:
    """All that somebody can reflect with."""
    shelf = current.shelf().reflections
    return render_template("instruments/every.html", questionnaires=shelf)


@pages.get("/<slug:questionnaire>")
def one(questionnaire: str) -> str:
    """One instrument: its domains, its factsheet, more to read, its sources, and the ways on."""
    return render_template("instruments/one.html", questionnaire=current.latest(questionnaire))
