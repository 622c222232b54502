"""What a sent section does to a response: kept, merged, or told what is wrong with it."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from reflect.questionnaire import Answer, merge
from reflect.records import responses
from reflect.records.people import Opened
from reflect.records.responses import Edit, Sheet
from reflect.web import current
from reflect.web.asking import Shown
from reflect.web.forms import TOKEN, SectionForm, field_name
from reflect.web.sections import Place, address, draw, form_of, place_in, place_of
from reflect.web.seen import Seen

Reply = tuple[dict[str, str], int]


def save(place: Place, me: Opened) -> Response | tuple[str, int]:
    """Keep the section that was sent: what is right is kept although other things are not."""
    form = form_of(place)
    form.validate()
    if TOKEN in form.errors:
        return draw(place, form=form, notice="expired", seen=Seen.of(request.form)), 400
    sent, seen = given(place, form), Seen.of(request.form)
    with current.writing() as db:
        sheet = responses.again(db, me, place.sheet)
        merged = merge(sent, seen.answers(sheet), sheet.values)
        fresh = responses.write(db, sheet, Edit(merged.changes, seen.page), current.now())
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
    sent, seen = {question: form[field_name(question)].data}, Seen.of(request.form)
    with current.writing() as db:
        held = responses.again(db, me, place.sheet)
        merged = merge(sent, seen.answers(held), held.values)
        if merged.changes:
            responses.add(db, held, Edit(merged.changes, seen.page), current.now())
            db.commit()
    if merged.conflicts:
        return refusal("changed_elsewhere", 409, here)
    t = current.language()
    return {"saved": t("reflections.saved_at", time=t.time(current.now()))}, 200


def refusal(reason: str, status: int, href: str = "") -> Reply:
    """Why an answer was not kept, and where to go, if anywhere; the text stays on the page."""
    message = {"message": current.language()(f"reflections.{reason}")}
    return message | ({"href": href} if href else {}), status


def given(place: Shown, form: SectionForm) -> dict[str, Answer | None]:
    """The answers in the form that can be read; a radio group with nothing chosen sends none."""
    sent = dict(form.answers(request.form))
    wiped = cleared(place)
    return sent | ({wiped: None} if wiped else {})


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
