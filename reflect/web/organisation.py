"""Groups of an organisation beside each other, and what several were told together."""

from flask import Blueprint, abort, render_template, url_for
from werkzeug.wrappers import Response

from reflect.reports import organisation as report
from reflect.reports.organisation import FEWEST, Beside
from reflect.reports.organisation.files import FILES
from reflect.web import current, roles
from reflect.web.documents import download
from reflect.web.measurements import measurements
from reflect.web.report import drawn
from reflect.web.sight import beside, closings

pages = Blueprint("organisation", __name__, url_prefix="/organisation")


@pages.get("")
def home() -> str:
    """All there is to see of several groups, by questionnaire and moment."""
    return render_template(
        "organisation/home.html",
        measurements=measurements(),
        fewest=FEWEST,
        trains=roles.are("trainer"),
        administers=roles.are("administrator"),
    )


@pages.get("/<id:organisation_id>/<slug:place>")
def groups(organisation_id: str, place: str) -> str:
    """The groups of one version, phase and moment beside each other."""
    shown = found(organisation_id, place)
    current.rest()
    files = {
        kind: url_for(".export", organisation_id=organisation_id, place=place, kind=kind)
        for kind in FILES
    }
    return render_template(
        "organisation/groups.html",
        subject=shown.subject,
        title=report.title(shown),
        opening=report.opening(shown),
        facts=report.facts(shown),
        chapters=list(report.chapters(shown)),
        whole=report.whole(shown),
        care=report.care(shown),
        talk=report.talk(shown),
        files=files,
        drawn=drawn,
    )


@pages.get("/<id:organisation_id>/<slug:place>/export/<slug:kind>")
def export(organisation_id: str, place: str, kind: str) -> Response:
    """The same as a file."""
    shown = found(organisation_id, place)
    if kind not in FILES:
        abort(404)
    current.rest()
    return download(FILES[kind](shown))


def found(organisation_id: str, slug: str) -> Beside:
    """The groups of a place that who is there may see, if they are two or more; else 404."""
    here = (
        beside(place, told)
        for place, told in closings().items()
        if (place.organisation_id, place.slug) == (organisation_id, slug) and len(told) >= FEWEST
    )
    return next(here, None) or abort(404)
