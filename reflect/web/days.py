"""Days that are typed or picked; the last day of a moment, against the moments before it."""

from contextlib import suppress
from datetime import date, datetime
from typing import Any, NoReturn

from wtforms import StringField
from wtforms.validators import ValidationError

from reflect.disclosure.release import Phase
from reflect.web import current

PHASES: tuple[Phase, ...] = ("before", "after", "later")
FORMATS = ("%Y-%m-%d", "%d-%m-%Y")  # as browsers send a date, and as people write it here


class DayField(StringField):
    """A day, or none. What was typed stays in `data`, so that the page can show it again."""

    day: date | None = None

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read a date in one of FORMATS; what is none is told by `pre_validate`."""
        super().process_formdata(valuelist)
        self.data = (self.data or "").strip()
        self.day = day_of(self.data)

    def pre_validate(self, form: Any) -> None:
        """A day to come, of a chosen moment, after the days of the moments before it."""
        if not self.data:
            return
        phase = self.name.removesuffix("_deadline")
        if self.day is None:
            wrong("groups.deadline_unread")
        if phase not in dict(form.moments):
            wrong("groups.deadline_alone")
        if self.day < current.now().date() and self.data != self.object_data:
            wrong("groups.deadline_past")
        earlier = PHASES[: PHASES.index(phase)]
        if any(day and day >= self.day for one, day in form.moments if one in earlier):
            wrong("groups.deadline_order")


def day_of(typed: str) -> date | None:
    """The day in one of FORMATS; None for anything else."""
    for form in FORMATS:
        with suppress(ValueError):
            return datetime.strptime(typed, form).date()  # noqa: DTZ007 - a day has no zone
    return None


def wrong(key: str, **values: object) -> NoReturn:
    """Say at the field at hand what is wrong with it."""
    raise ValidationError(current.language()(key, **values))
