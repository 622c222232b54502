"""A preview, walked: from first section to report, and all that was answered rides along."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import render_template, request
from werkzeug.wrappers import Response

from reflect.language import LANGUAGES
from reflect.questionnaire import Phase, Questionnaire
from reflect.web import current
from reflect.web.days import PHASES
from reflect.web.documents import download
from reflect.web.example import Example
from reflect.web.forms import SectionForm
from reflect.web.report import drawn
from reflect.web.saving import cleared, faults, given
from reflect.web.sections import content, form_of, progress

Page = str | tuple[str, int]
BACK = "back"
REVIEW = "review"  # no section is called so


@dataclass(frozen=True)
class Way:
    """A questionnaire to walk through, the addresses of its pages, and where one leaves to."""

    questionnaire: Questionnaire
    walk: str
    pdf: str
    leave: str


def begin(way: Way, phase: Phase = "after", *, lost: bool = False) -> str:
    """What a preview is, and the choice of a phase and a language."""
    t = current.language()
    return render_template(
        "preview/start.html",
        way=way,
        phases=[(one, t(f"reflections.phase_{one}").capitalize()) for one in PHASES],
        languages=[(one, t(f"preview.language_{one}")) for one in LANGUAGES],
        phase=phase,
        lost=lost,
    )


def follow(way: Way) -> Page:
    """The page that follows the one that was sent, forward or back."""
    example = _carried(way.questionnaire)
    if example is None:
        return _lost(way)
    current.speak(example.language)
    here, wish = request.form.get("at", ""), request.form.get("go", "")
    number = example.number(here)
    if number is not None:
        return _receive(way, example, number)
    return _page(way, example, _beside_sections(example, here, wish))


def _beside_sections(example: Example, here: str, wish: str) -> int:
    """Where to from the review (to any section, back, or on) and from the report: back to it."""
    review = len(example.steps)
    if here != REVIEW:
        return review if wish == BACK else 0
    chosen = example.number(wish)
    return review + (-1 if wish == BACK else 1) if chosen is None else chosen


def printed(way: Way) -> Response | Page:
    """What the button says of the example as a file; its report when no button is known."""
    example = _carried(way.questionnaire)
    if example is None:
        return _lost(way)
    return download(example.document(request.form.get("file", "")))


def _carried(questionnaire: Questionnaire) -> Example | None:
    """What rode along; a new example when nothing did, None when it cannot be read."""
    if "carried" in request.form:
        return Example.carried(questionnaire, request.form["carried"])
    wanted = request.form.get("phase")
    phase: Phase = next((one for one in PHASES if one == wanted), "after")
    spoken = next((one for one in LANGUAGES if one == request.form.get("spoken")), LANGUAGES[0])
    return Example(questionnaire, phase, spoken)


def _receive(way: Way, example: Example, number: int) -> Page:
    """A section was sent: what is right in it goes along; what is wrong is told, or left behind."""
    here = example.shown(number)
    form = form_of(here)
    form.validate()  # its token may be of another session: nothing is changed here
    tried = example.answered(given(here, form))
    if tried.is_too_large:
        return _section(way, example, number, form), 400
    if _goes_back():
        return _page(way, tried, number - 1)
    wrong = faults(here, form)
    if wrong:
        return _section(way, tried, number, form, wrong), 400
    return _page(way, tried, number if cleared(here) else number + 1)


def _goes_back() -> bool:
    return request.form.get("go") == BACK


def _page(way: Way, example: Example, number: int) -> str:
    """A section by its number; before the first the start, after the last review and report."""
    if number < 0:
        return begin(way, example.phase)
    if number < len(example.steps):
        return _section(way, example, number)
    if number == len(example.steps):
        return _review(way, example)
    parts = example.parts()
    return render_template(
        "preview/report.html", way=way, example=example, parts=parts, drawn=drawn
    )


def _review(way: Way, example: Example) -> str:
    """Everything once more, as it is before submitting."""
    sections = progress(
        way.questionnaire, example.steps, example.answers, lambda one: one.section.id
    )
    return render_template(
        "preview/review.html",
        way=way,
        example=example,
        questionnaire=way.questionnaire,
        sections=sections,
        skipped=sum(section.skipped for section in sections),
        is_late=False,
    )


def _section(
    way: Way,
    example: Example,
    number: int,
    form: SectionForm | None = None,
    wrong: Mapping[str, str] | None = None,
) -> str:
    """A section; with a form and nothing wrong in it: there is no room for what was sent."""
    told = content(example.shown(number), form, wrong or {}, lambda _: "", as_sent=not wrong)
    if form and not wrong:
        told["errors"] = [("main", current.language()("preview.too_much"))]
    return render_template("preview/section.html", **told, notice="", way=way, example=example)


def _lost(way: Way) -> Page:
    """What rode along was cut, or of another version: the start, and why."""
    return begin(way, lost=True), 400
