"""A section as a page: its questions as they are drawn, and where it stands among the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import render_template, url_for
from werkzeug.datastructures import MultiDict

from reflect.questionnaire import Answer, AnyQuestion, Questionnaire, Step, path
from reflect.records.responses import Sheet
from reflect.web import current
from reflect.web.forms import SectionForm, field_name, form_for

Option = tuple[str, str]


@dataclass(slots=True)
class Asked:
    """One question as its template draws it; what a type lacks is None."""

    id: str
    name: str
    type: str
    text: str
    hint: str | None
    error: str | None
    value: Answer | None
    options: Sequence[Option] | None = None
    ends: tuple[str, str] | None = None
    not_applicable: str | None = None
    lines: int | None = None
    max_length: int | None = None
    max_choices: int | None = None
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A section of somebody's response: the questionnaire, the path, and the step that is shown."""

    sheet: Sheet
    questionnaire: Questionnaire
    steps: tuple[Step, ...]
    step: Step

    @property
    def response_id(self) -> str:
        """The response it is of."""
        return self.sheet.response.id

    @property
    def number(self) -> int:
        """Which step it is, from 0."""
        return next(at for at, step in enumerate(self.steps) if step is self.step)

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
    return Place(sheet, questionnaire, steps, found[0]) if found else None


def place_of(sheet: Sheet, question: str) -> Place | None:
    """The section in which a question is asked, if it is on the path."""
    questionnaire, steps = steps_of(sheet)
    found = [
        step for step in steps if question in {q.id for q in step.questions if q.type != "passage"}
    ]
    return Place(sheet, questionnaire, steps, found[0]) if found else None


def first_open(sheet: Sheet) -> str:
    """The address of the first section with something unanswered, else of the review."""
    _, steps = steps_of(sheet)
    values = sheet.values
    for step in steps:
        if any(q.id not in values for q in step.questions if q.type not in ("passage", "text")):
            return address(sheet.response.id, step)
    return url_for("reflections.review", response_id=sheet.response.id)


def form_of(place: Place, sent: MultiDict[str, str] | None = None) -> SectionForm:
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
    seen: str = "",
) -> str:
    """The page of a section; with a form: what was sent but not kept, and what is wrong with it.

    seen: the revision that what was typed came from, when nothing of it was kept. Otherwise only
    what is wrong stands as it was sent: the rest is as it is kept, and may be newer than the form.
    """
    wrong = errors or {}
    asked = [
        _asked(place, question, form if seen or question.id in wrong else None, wrong)
        for question in place.step.questions
    ]
    language, values = current.language().code, place.sheet.values
    current.rest()
    return render_template(
        "reflections/section.html",
        place=place,
        section=place.step.section,
        say=lambda words: place.questionnaire.say(words, language, values),
        asked_questions=asked,
        progress=progress(place.sheet, place.steps, place.step),
        errors=[(field_name(question), message) for question, message in wrong.items()],
        notice=notice,
        seen=seen or place.sheet.response.revision,
    )


def _asked(
    place: Place, question: AnyQuestion, form: SectionForm | None, wrong: Mapping[str, str]
) -> Asked:
    questionnaire, language, values = (
        place.questionnaire,
        current.language().code,
        place.sheet.values,
    )
    name = field_name(question.id)
    asked = Asked(
        id=question.id,
        name=name,
        type=question.type,
        text=questionnaire.say(question.text, language, values),
        hint=questionnaire.say(question.hint, language, values) if question.hint else None,
        error=wrong.get(question.id),
        value=values.get(question.id),
    )
    if form is not None and name in form and form[name].raw_data:
        sent = form[name].raw_data
        asked.value = tuple(sent) if question.type == "choices" else sent[-1]
    _fit(asked, question, questionnaire, language)
    return asked


def _fit(asked: Asked, question: AnyQuestion, questionnaire: Questionnaire, language: str) -> None:
    """What only questions of this type have."""
    if question.type == "scale":
        scale = questionnaire.scale_of(question)
        labels = {p.value: questionnaire.say(p.label, language) for p in scale.points or ()}
        asked.options = [(str(value), labels.get(value, str(value))) for value in scale.values]
        if scale.ends:
            low, high = scale.ends
            asked.ends = questionnaire.say(low, language), questionnaire.say(high, language)
        if scale.not_applicable:
            asked.not_applicable = questionnaire.say(scale.not_applicable, language)
    elif question.type in ("choice", "choices"):
        asked.options = [(o.value, questionnaire.say(o.label, language)) for o in question.options]
        asked.max_choices = getattr(question, "max_choices", None)
    elif question.type == "text":
        asked.lines, asked.max_length, asked.warning = question.lines, question.max_length, True


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a section is: done, current, begun or empty; and how much of it was skipped."""

    title: str
    state: str
    skipped: int
    href: str


def progress(sheet: Sheet, steps: Sequence[Step], here: Step | None = None) -> list[Progress]:
    """Every section on the path, and how far it is."""
    questionnaire, language = current.questionnaire(sheet.response.fingerprint), current.language()
    values = sheet.values
    return [
        Progress(
            questionnaire.say(step.section.title, language.code, values),
            *_state(step, values, is_here=step is here),
            address(sheet.response.id, step),
        )
        for step in steps
    ]


def _state(step: Step, values: Mapping[str, Answer], *, is_here: bool) -> tuple[str, int]:
    """How far it is, and how many of its questions were skipped."""
    closed = [one.id for one in step.questions if one.type not in ("passage", "text")]
    open_ones = [one.id for one in step.questions if one.type == "text"]
    asked = closed or open_ones  # one's own words may stay empty; where they are all there is, not
    skipped = sum(question not in values for question in asked)
    begun = any(one.id in values for one in step.questions)
    state = "done" if not skipped else "begun" if begun else "empty"
    return "current" if is_here else state, skipped
