"""Change: all moments of one's own with a questionnaire, laid beside each other."""

from flask import Blueprint, render_template

from reflect import reports
from reflect.web import current
from reflect.web.outcomes import compared
from reflect.web.report import drawn

pages = Blueprint("compare", __name__, url_prefix="/compare")


@pages.get("/<slug:questionnaire>")
def page(questionnaire: str) -> str:
    """Change as the newest report tells it, goals of then, and the way to each report."""
    found = compared(questionnaire)
    current.rest()
    newest = found.newest
    told = (*reports.change(newest), *reports.goals_then(newest)) if newest else ()
    return render_template("compare/page.html", found=found, parts=told, drawn=drawn)
