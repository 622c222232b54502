"""A preview: a questionnaire as people meet it, from first section to report; nothing is kept."""

from flask import Blueprint, url_for
from werkzeug.wrappers import Response

from reflect.web import current
from reflect.web.instruments import unlisted
from reflect.web.walking import Page, Way, begin, follow, printed

pages = Blueprint("preview", __name__, url_prefix="/questionnaires/<slug:questionnaire>/preview")
pages.after_request(unlisted)


@pages.get("")
def start(questionnaire: str) -> str:
    """What a preview is, and the choice of a phase and a language."""
    return begin(_way(questionnaire))


@pages.post("")
def walk(questionnaire: str) -> Page:
    """The page that follows the one that was sent, forward or back."""
    return follow(_way(questionnaire))


@pages.post("/report.pdf")
def pdf(questionnaire: str) -> Response | Page:
    """The report of the example as a PDF."""
    return printed(_way(questionnaire))


def _way(questionnaire: str) -> Way:
    """Through the newest version of a questionnaire; 404 when there is none."""
    return Way(
        current.latest(questionnaire),
        walk=url_for("preview.walk", questionnaire=questionnaire),
        pdf=url_for("preview.pdf", questionnaire=questionnaire),
        leave=url_for("instruments.one", questionnaire=questionnaire),
    )
