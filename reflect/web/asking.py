"""What is asked: a section that is shown, and its questions as their templates draw them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reflect.questionnaire import Answer, AnyQuestion, Questionnaire, Step
from reflect.reports import is_printable
from reflect.web import current
from reflect.web.forms import SectionForm, field_name

Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A section that is shown: the questionnaire, the path, the step, and the answers so far."""

    questionnaire: Questionnaire
    steps: tuple[Step, ...]
    step: Step
    values: Mapping[str, Answer]

    @property
    def number(self) -> int:
        """Which step it is, from 0."""
        return next(at for at, step in enumerate(self.steps) if step is self.step)


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
    lost: bool = False  # something in it that paper cannot show

    def ticked(self, option: str) -> str:
        """What a radio button or a box says of itself when its option was chosen."""
        chosen = self.value if isinstance(self.value, tuple) else (str(self.value),)
        return " checked" if self.value is not None and option in chosen else ""


def asked(
    place: Shown, question: AnyQuestion, form: SectionForm | None, wrong: Mapping[str, str]
) -> Asked:
    """One question of the section; with a form: as it was sent, not as it is kept."""
    questionnaire, language, values = place.questionnaire, current.language().code, place.values
    name = field_name(question.id)
    drawn = Asked(
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
        drawn.value = tuple(sent) if question.type == "choices" else sent[-1]
    _fit(drawn, question, questionnaire, language)
    return drawn


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
        asked.lost = not is_printable(str(asked.value or ""))
