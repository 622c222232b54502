"""A preview: a questionnaire as people meet it, from first section to report; nothing is kept."""

from collections.abc import Mapping

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from reflect.language import LANGUAGES
from reflect.questionnaire import Phase, Questionnaire
from reflect.web import current
from reflect.web.days import PHASES
from reflect.web.documents import download
from reflect.web.example import Example
from reflect.web.forms import SectionForm
from reflect.web.instruments import unlisted
from reflect.web.report import drawn
from reflect.web.saving import cleared, faults, given
from reflect.web.sections import content, form_of

pages = Blueprint("preview", __name__, url_prefix="/questionnaires/<slug:questionnaire>/preview")
pages.after_request(unlisted)
Page = str | tuple[str, int]


@pages.get("")
def start(questionnaire: str) -> str:
    """What a preview is, and the choice of a phase and a language."""
    return _start(current.latest(questionnaire))


@pages.post("")
def walk(questionnaire: str) -> Page:
    """The page that follows the one that was sent, forward or back."""
    example = _carried(current.latest(questionnaire))
    if example is None:
        return _lost(questionnaire)
    current.speak(example.language)
    number = example.number(request.form.get("at", ""))
    if number is not None:
        return _receive(example, number)
    return _page(example, len(example.steps) - 1 if _goes_back() else 0)


@pages.post("/report.pdf")
def pdf(questionnaire: str) -> Response | Page:
    """The report of the example as a PDF."""
    example = _carried(current.latest(questionnaire))
    if example is None:
        return _lost(questionnaire)
    return download(example.document())


def _carried(questionnaire: Questionnaire) -> Example | None:
    """What rode along; a new example when nothing did, None when it cannot be read."""
    if "carried" in request.form:
        return Example.carried(questionnaire, request.form["carried"])
    wanted = request.form.get("phase")
    phase: Phase = next((one for one in PHASES if one == wanted), "after")
    spoken = next((one for one in LANGUAGES if one == request.form.get("spoken")), LANGUAGES[0])
    return Example(questionnaire, phase, spoken)


def _receive(example: Example, number: int) -> Page:
    """A section was sent: what is right in it goes along; what is wrong is told, or left behind."""
    here = example.shown(number)
    form = form_of(here)
    form.validate()  # its token may be of another session: nothing is changed here
    tried = example.answered(given(here, form))
    if tried.is_too_large:
        return _section(example, number, form), 400
    if _goes_back():
        return _page(tried, number - 1)
    wrong = faults(here, form)
    if wrong:
        return _section(tried, number, form, wrong), 400
    return _page(tried, number if cleared(here) else number + 1)


def _goes_back() -> bool:
    return request.form.get("go") == "back"


def _page(example: Example, number: int) -> str:
    """A section by its number; before the first the start, after the last the report."""
    if number < 0:
        return _start(example.questionnaire, example.phase)
    if number < len(example.steps):
        return _section(example, number)
    parts = example.parts()
    return render_template("preview/report.html", example=example, parts=parts, drawn=drawn)


def _section(
    example: Example,
    number: int,
    form: SectionForm | None = None,
    wrong: Mapping[str, str] | None = None,
) -> str:
    """A section; with a form and nothing wrong in it: there is no room for what was sent."""
    told = content(example.shown(number), form, wrong or {}, lambda _: "", as_sent=not wrong)
    if form and not wrong:
        told["errors"] = [("main", current.language()("preview.too_much"))]
    return render_template("preview/section.html", **told, notice="", example=example)


def _start(questionnaire: Questionnaire, phase: Phase = "after", *, lost: bool = False) -> str:
    t = current.language()
    return render_template(
        "preview/start.html",
        questionnaire=questionnaire,
        phases=[(one, t(f"reflections.phase_{one}").capitalize()) for one in PHASES],
        languages=[(one, t(f"preview.language_{one}")) for one in LANGUAGES],
        phase=phase,
        lost=lost,
    )


def _lost(questionnaire: str) -> Page:
    """What rode along was cut, or of another version: the start, and why."""
    return _start(current.latest(questionnaire), lost=True), 400
