"""What a sent section does to a response: kept, merged, or told what is wrong with it."""

from collections.abc import Mapping

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from reflect.questionnaire import Answer, merge
from reflect.records import responses
from reflect.records.people import Opened
from reflect.records.responses import Sheet
from reflect.web import current
from reflect.web.asking import Shown
from reflect.web.forms import TOKEN, SectionForm, field_name
from reflect.web.sections import Place, address, draw, form_of, place_in, place_of

SEEN = "seen"  # the revision that a page shows; seen_<question>: of an answer kept since
Reply = tuple[dict[str, str], int]


def save(place: Place, me: Opened) -> Response | tuple[str, int]:
    """Keep the section that was sent: what is right is kept although other things are not."""
    form = form_of(place)
    form.validate()
    if TOKEN in form.errors:
        return draw(place, form=form, notice="expired", seen=request.form.get(SEEN) or "0"), 400
    sent = given(place, form)
    with current.writing() as db:
        sheet = responses.sheet(db, me, place.response_id, lock=True)
        merged = merge(sent, _shown(sheet), sheet.values)
        fresh = responses.write(db, me, sheet, merged.changes, at=current.now())
        db.commit()
    wrong = faults(place, form) | _clashes(place, sheet, merged.conflicts)
    place = place_in(fresh, place.step.section.id) or place
    if wrong:
        return draw(place, form=form, errors=wrong), 400 if form.errors else 409
    return redirect(_onward(place))


def keep(sheet: Sheet, me: Opened) -> Reply:
    """Keep one answer that was just given."""
    question = request.form.get("question", "")
    place = place_of(sheet, question)
    if place is None:
        onward = url_for("reflections.resume", response_id=sheet.response.id)
        return refusal("moved_on", 409, onward)
    here, form = address(place.response_id, place.step), form_of(place)
    form.validate()
    if TOKEN in form.errors:
        return refusal("expired", 403, here)
    wrong = faults(place, form)
    if question in wrong:
        return {"message": wrong[question]}, 400
    merged = merge({question: form[field_name(question)].data}, _shown(sheet), sheet.values)
    if merged.conflicts:
        return refusal("changed_elsewhere", 409, here)
    revision = sheet.response.revision
    if merged.changes:
        with current.writing() as db:
            revision = responses.keep(db, me, place.response_id, merged.changes, at=current.now())
            db.commit()
    t, at = current.language(), current.now()
    return {"saved": t("reflections.saved_at", time=t.time(at)), SEEN: str(revision)}, 200


def refusal(reason: str, status: int, href: str = "") -> Reply:
    """Why an answer was not kept, and where to go, if anywhere; the text stays on the page."""
    message = {"message": current.language()(f"reflections.{reason}")}
    return message | ({"href": href} if href else {}), status


def given(place: Shown, form: SectionForm) -> dict[str, Answer | None]:
    """The answers in the form that can be read; a radio group with nothing chosen sends none."""
    sent = dict(form.answers(request.form))
    wiped = cleared(place)
    return sent | ({wiped: None} if wiped else {})


def _shown(sheet: Sheet) -> Mapping[str, Answer]:
    """The answers as the page showed them, told by the revisions that the form carries."""
    shown = sheet.at(_revision(request.form.get(SEEN, "")))
    for name, value in request.form.items():
        prefix, _, question = name.partition("_")
        if prefix == SEEN and question:
            shown.pop(question, None)
            at = sheet.at(_revision(value))
            shown |= {question: at[question]} if question in at else {}
    return shown


def _revision(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0  # noqa: PLR2004 - digits


def faults(place: Shown, form: SectionForm) -> dict[str, str]:
    """What could not be read, by question."""
    names = {field_name(question.id): question.id for question in place.step.questions}
    return {names[name]: str(said[0]) for name, said in form.errors.items() if name in names}


def _clashes(place: Place, sheet: Sheet, conflicts: tuple[str, ...]) -> dict[str, str]:
    """Answers that another place changed as well: both are shown once, and the person picks."""
    t, questionnaire = current.language(), place.questionnaire
    said = {}
    for question in conflicts:
        kept = sheet.values.get(question)
        words = (
            t("reflections.nothing")
            if kept is None
            else questionnaire.questions[question].words(questionnaire, kept, t.code)
        )
        said[question] = t("reflections.two_answers", kept=words)
    return said


def cleared(place: Shown) -> str | None:
    """The question whose answer is to be wiped, by the button pressed."""
    wiped = request.form.get("clear")
    return wiped if wiped in {question.id for question in place.step.questions} else None


def _onward(place: Place) -> str:
    """The next section; after clearing an answer, the question it was of."""
    wiped = cleared(place)
    if wiped:
        return f"{address(place.response_id, place.step)}#question-{wiped}"
    return place.after
