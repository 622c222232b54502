"""A new group as a trainer wishes it: read from the form, and told what is wrong at which field."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wtforms import BooleanField, Field, StringField

from reflect.disclosure.release import Phase
from reflect.web.days import PHASES, DayField, wrong
from reflect.web.forms import Form

NAME = 200  # characters
MOST = 500  # people in a group
DIGITS = 4  # of a number of people
COMFORTABLE = 7  # with fewer, one who does not take part can hide the whole picture
WHEN = tuple(name for phase in PHASES for name in (phase, f"{phase}_deadline"))
CARRIED = ("name", "organisation", "questionnaire", "cap", *WHEN)


class GroupForm(Form):
    """The group: its name, with what, for how many, and when."""

    name = StringField()
    organisation = StringField()
    questionnaire = StringField()
    cap = StringField()
    before = BooleanField()
    before_deadline = DayField()
    after = BooleanField()
    after_deadline = DayField()
    later = BooleanField()
    later_deadline = DayField()
    again = BooleanField()  # back to the form, nothing wrong
    confirmed = BooleanField()  # a small group is what is meant

    def offer(self, organisations: Mapping[str, str], questionnaires: Mapping[str, str]) -> None:
        """What there is to choose from: id -> name. Where there is one of a kind, it is chosen."""
        self.organisations, self.questionnaires = organisations, questionnaires
        for field, offered in (
            (self.organisation, organisations),
            (self.questionnaire, questionnaires),
        ):
            if len(offered) == 1:
                field.data = next(iter(offered))

    @property
    def size(self) -> int:
        """How many people the group is for."""
        return int(self.cap.data or "")

    @property
    def moments(self) -> list[tuple[Phase, date | None]]:
        """The chosen moments, in the order of time."""
        return [(phase, self[f"{phase}_deadline"].day) for phase in PHASES if self[phase].data]

    @property
    def title(self) -> str:
        """The name, without what cannot be seen."""
        seen = "".join(one if one.isprintable() else " " for one in self.name.data or "")
        return " ".join(seen.split())

    @property
    def typed(self) -> dict[str, Any]:
        """What was typed, by field, to be carried to the next page and back."""
        typed = {name: self[name].data for name in CARRIED if self[name].data}
        return typed | {"name": self.title}

    def validate_name(self, _field: Field) -> None:
        """It has one, and not a story."""
        if not self.title:
            wrong("groups.name_missing")
        if len(self.title) > NAME:
            wrong("groups.name_long", longest=NAME)

    def validate_organisation(self, field: Field) -> None:
        """One that the trainer works for."""
        if field.data not in self.organisations:
            wrong("groups.organisation_missing")

    def validate_questionnaire(self, field: Field) -> None:
        """One that there is."""
        if field.data not in self.questionnaires:
            wrong("groups.questionnaire_missing")

    def validate_cap(self, field: Field) -> None:
        """A whole number of people."""
        if not 1 <= (number(field.data) or 0) <= MOST:
            wrong("groups.cap_wrong", most=MOST)

    def validate_before(self, _field: Field) -> None:
        """At least one of the three moments is chosen."""
        if not self.moments:
            wrong("groups.moments_missing")


def number(typed: str | None) -> int | None:
    """A whole number as people type it; None for anything else."""
    digits = (typed or "").strip()
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= DIGITS
    return int(digits) if is_number else None


def faults(form: Form) -> list[tuple[str, str]]:
    """What is wrong: field and words, in the order of the page."""
    return [(_place(name), messages[0]) for name, messages in form.errors.items()]


def _place(name: str) -> str:
    """Where a fault is looked at: a form that came too late is nobody's field."""
    return "main" if name == "csrf_token" else name
