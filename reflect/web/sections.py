"""A section as a page: what its template says, and where it stands among the others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import render_template, url_for
from werkzeug.datastructures import MultiDict

from reflect.questionnaire import Answer, Questionnaire, Step, path
from reflect.records.responses import Sheet
from reflect.reports import is_printable
from reflect.web import current
from reflect.web.asking import Shown, asked
from reflect.web.forms import SectionForm, field_name, form_for
from reflect.web.seen import Seen
from reflect.web.unsent import Unsent


@dataclass(frozen=True, slots=True)
class Place(Shown):
    """A section of somebody's response."""

    sheet: Sheet

    @property
    def response_id(self) -> str:
        """The response it is of."""
        return self.sheet.response.id

    @property
    def after(self) -> str:
        """The address of the section that follows, or of the review."""
        if self.number + 1 < len(self.steps):
            return address(self.response_id, self.steps[self.number + 1])
        return url_for("reflections.review", response_id=self.response_id)

    @property
    def before(self) -> str:
        """The address of the section before, or of the list of reflections."""
        if self.number:
            return address(self.response_id, self.steps[self.number - 1])
        return url_for("reflections.mine")


def address(response_id: str, step: Step) -> str:
    """Where a section is filled in."""
    return url_for("reflections.section", response_id=response_id, section=step.section.id)


def steps_of(sheet: Sheet) -> tuple[Questionnaire, tuple[Step, ...]]:
    """The questionnaire that a response began with, and its path by the answers so far."""
    questionnaire = current.questionnaire(sheet.response.fingerprint)
    return questionnaire, path(questionnaire, sheet.response.phase, sheet.values)


def place_in(sheet: Sheet, section: str) -> Place | None:
    """A section of the response by its id, if it is on the path."""
    questionnaire, steps = steps_of(sheet)
    found = [step for step in steps if step.section.id == section]
    return Place(questionnaire, steps, found[0], sheet.values, sheet) if found else None


def place_of(sheet: Sheet, question: str) -> Place | None:
    """The section in which a question is asked, if it is on the path."""
    questionnaire, steps = steps_of(sheet)
    found = [step for step in steps if question in step.asked]
    return Place(questionnaire, steps, found[0], sheet.values, sheet) if found else None


def first_open(sheet: Sheet) -> str:
    """The address where somebody was: what was skipped before it was skipped on purpose.

    It is the first unfinished section from the last one with an answer on, else the review.
    """
    _, steps = steps_of(sheet)
    values = sheet.values
    begun = [n for n, step in enumerate(steps) if not step.asked.isdisjoint(values)]
    for step in steps[max(begun, default=0) :]:
        if any(q.id not in values for q in step.questions if q.type not in ("passage", "text")):
            return address(sheet.response.id, step)
    return url_for("reflections.review", response_id=sheet.response.id)


def form_of(place: Shown, sent: MultiDict[str, str] | None = None) -> SectionForm:
    """The form of the section, for what was sent now or earlier."""
    kind = form_for(place.questionnaire, place.step.section.id, current.language().code)
    form = kind() if sent is None else kind(formdata=sent)
    form.keep(place.step)
    return form


def draw(
    place: Place,
    *,
    form: SectionForm | None = None,
    errors: Mapping[str, str] | None = None,
    notice: str = "",
    seen: Seen | None = None,
) -> str:
    """The page of a section; with a form: what was sent but not kept, and what is wrong with it.

    seen: what the page had seen on which it was typed, when nothing of it was kept. Otherwise only
    what is wrong stands as it was sent: the rest is as it is kept, and may be newer than the form.
    """
    told = content(
        place, form, errors or {}, partial(address, place.response_id), as_sent=seen is not None
    )
    unsent = Unsent.of(place.sheet)
    current.rest()
    return render_template(
        "reflections/section.html",
        **told,
        notice=notice,
        unsent=unsent,
        seen=seen or Seen(place.sheet.response.revision),
    )


def content(
    place: Shown,
    form: SectionForm | None,
    wrong: Mapping[str, str],
    href: Callable[[Step], str],
    *,
    as_sent: bool,
) -> dict[str, Any]:
    """What the template of a section says; `as_sent`: what was sent, also where it is right.

    wrong: what is wrong with an answer, by question. href: the address of a section, or "".
    """
    language, values = current.language().code, place.values
    return {
        "place": place,
        "section": place.step.section,
        "say": lambda words: place.questionnaire.say(words, language, values),
        "asked_questions": [
            asked(place, question, form if as_sent or question.id in wrong else None, wrong)
            for question in place.step.questions
        ],
        "progress": progress(place.questionnaire, place.steps, values, href, place.step),
        "errors": [(field_name(question), message) for question, message in wrong.items()],
    }


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a section is: done, current, begun or empty; and how much of it was skipped."""

    title: str
    state: str
    skipped: int
    href: str
    lost: bool  # something in its texts that paper cannot show


def progress(
    questionnaire: Questionnaire,
    steps: Sequence[Step],
    values: Mapping[str, Answer],
    href: Callable[[Step], str],
    here: Step | None = None,
) -> list[Progress]:
    """Every section on the path, and how far it is."""
    language = current.language()
    return [
        Progress(
            questionnaire.say(step.section.title, language.code, values),
            *state(step, values, here),
            href(step),
            not all(is_printable(str(values.get(q.id, ""))) for q in step.questions),
        )
        for step in steps
    ]


def state(step: Step, values: Mapping[str, Answer], here: Step | None) -> tuple[str, int]:
    """How far it is, and how many of its questions were skipped."""
    skipped = len(step.needed - values.keys())
    if step is here:
        return "current", skipped
    begun = not step.asked.isdisjoint(values)
    return "done" if not skipped else "begun" if begun else "empty", skipped
