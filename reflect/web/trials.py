"""A trial: the preview of an upload that is not published yet, for whoever uploaded it."""

from flask import Blueprint, abort, render_template, url_for
from werkzeug.wrappers import Response

from reflect.web import current
from reflect.web.evaluating import paper_of, sections
from reflect.web.uploads import own
from reflect.web.walking import Page, Way, begin, follow, printed

pages = Blueprint(
    "trials", __name__, url_prefix="/admin/questionnaires/staged/<id:staged_id>/preview"
)


@pages.get("")
def start(staged_id: str) -> str:
    """What a preview is, and the choice of a phase and a language."""
    way = _way(staged_id)
    return _whole(way) if _is_evaluation(way) else begin(way)


@pages.post("")
def walk(staged_id: str) -> Page:
    """The page that follows the one that was sent, forward or back."""
    way = _way(staged_id)
    return _whole(way) if _is_evaluation(way) else follow(way)


@pages.post("/report.pdf")
def pdf(staged_id: str) -> Response | Page:
    """The report of the example as a PDF."""
    way = _way(staged_id)
    return abort(404) if _is_evaluation(way) else printed(way)


def _is_evaluation(way: Way) -> bool:
    return way.questionnaire.kind == "evaluation"


def _whole(way: Way) -> str:
    """An evaluation as its members meet it: one page, after which there is no report."""
    code = current.language().code
    return render_template(
        "preview/evaluation.html",
        way=way,
        say=lambda words: way.questionnaire.say(words, code),
        sections=sections(paper_of(way.questionnaire), {}),
    )


def _way(staged_id: str) -> Way:
    """Through an upload of one's own; 404 for another's, and past its day."""
    return Way(
        own(staged_id).questionnaire,
        walk=url_for("trials.walk", staged_id=staged_id),
        pdf=url_for("trials.pdf", staged_id=staged_id),
        leave=url_for("imports.staged", staged_id=staged_id),
    )
