"""The instruments: what each questionnaire asks, why, and what it rests on; for everybody."""

from flask import Blueprint, Response, abort, render_template

from reflect.questionnaire import Questionnaire
from reflect.web import current

pages = Blueprint("instruments", __name__, url_prefix="/instruments")


def unlisted(response: Response) -> Response:
    """For readers of this site, not for the lists of search engines."""
    response.headers["X-Robots-Tag"] = "noindex"
    return response


pages.after_request(unlisted)


def reflection(questionnaire: str) -> Questionnaire:
    """The newest version of a questionnaire that somebody can reflect with; 404 for others."""
    found = current.latest(questionnaire)
    return found if found.kind == "reflection" else abort(404)


@pages.get("")
def every() -> str:
    """All that somebody can reflect with."""
    shelf = [one for one in current.house().library.current if one.kind == "reflection"]
    return render_template("instruments/every.html", questionnaires=shelf)


@pages.get("/<slug:questionnaire>")
def one(questionnaire: str) -> str:
    """One instrument: its domains, its factsheet, more to read, its sources, and the ways on."""
    return render_template("instruments/one.html", questionnaire=reflection(questionnaire))
