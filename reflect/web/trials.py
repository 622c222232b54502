"""A trial: the preview of an upload that is not published yet, for whoever uploaded it."""

from flask import Blueprint, url_for
from werkzeug.wrappers import Response

from reflect.web.uploads import own
from reflect.web.walking import Page, Way, begin, follow, printed

pages = Blueprint(
    "trials", __name__, url_prefix="/admin/questionnaires/staged/<id:staged_id>/preview"
)


@pages.get("")
def start(staged_id: str) -> str:
    """What a preview is, and the choice of a phase and a language."""
    return begin(_way(staged_id))


@pages.post("")
def walk(staged_id: str) -> Page:
    """The page that follows the one that was sent, forward or back."""
    return follow(_way(staged_id))


@pages.post("/report.pdf")
def pdf(staged_id: str) -> Response | Page:
    """The report of the example as a PDF."""
    return printed(_way(staged_id))


def _way(staged_id: str) -> Way:
    """Through an upload of one's own; 404 for another's, and past its day."""
    return Way(
        own(staged_id).questionnaire,
        walk=url_for("trials.walk", staged_id=staged_id),
        pdf=url_for("trials.pdf", staged_id=staged_id),
        leave=url_for("imports.staged", staged_id=staged_id),
    )
