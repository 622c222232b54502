"""Everything once more before submitting: drawn for who asks first, and cast for who is as far."""

from collections.abc import Sequence
from functools import partial

from flask import render_template, request

from reflect.questionnaire import Questionnaire, Step
from reflect.questionnaire.evenness import is_even
from reflect.records.responses import Sheet
from reflect.reports import is_printable
from reflect.web import casting, current
from reflect.web.forms import form_token
from reflect.web.mould import Mould
from reflect.web.sections import address, progress, state, steps_of
from reflect.web.unsent import Unsent


def show(sheet: Sheet, *, is_late: bool) -> str | bytes:
    """The review of a draft, for its owner; is_late: what is submitted counts for nobody else."""
    current.rest()
    questionnaire, steps = steps_of(sheet)
    draw = partial(_draw, sheet, questionnaire, steps, is_late=is_late)
    if request.query_string or not all(map(is_printable, _texts(sheet))):
        return draw()
    theirs = {
        "token": form_token(),
        "response": sheet.response.id,
        "key": Unsent.of(sheet).key,
    }
    alike = casting.alike(questionnaire, sheet.values)
    listed = tuple((step.section.id, state(step, sheet.values, None)[1]) for step in steps)
    told = (*alike, "review", listed, is_even(questionnaire, sheet.values), is_late)
    mould = casting.kept(told, lambda: Mould.of(draw(), theirs))
    return mould.cast({name: text.encode() for name, text in theirs.items()})


def _texts(sheet: Sheet) -> list[str]:
    return [value for value in sheet.values.values() if isinstance(value, str)]


def _draw(
    sheet: Sheet, questionnaire: Questionnaire, steps: Sequence[Step], *, is_late: bool
) -> str:
    href = partial(address, sheet.response.id)
    sections = progress(questionnaire, steps, sheet.values, href)
    return render_template(
        "reflections/review.html",
        response=sheet.response,
        unsent=Unsent.of(sheet),
        questionnaire=questionnaire,
        sections=sections,
        skipped=sum(section.skipped for section in sections),
        is_even=is_even(questionnaire, sheet.values),
        is_late=is_late,
    )
