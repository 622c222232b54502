"""The form that erases: a choice that nobody made before, and what it is about."""

from wtforms import HiddenField, RadioField
from wtforms.validators import InputRequired

from reflect.records import people, responses, terms
from reflect.records.sealing import Place
from reflect.web import current
from reflect.web.forms import Form
from reflect.web.overview import Line, overview
from reflect.web.parcels import opened, sealed
from reflect.web.terms import length

AT = Place("erasure", "form")
PATIENCE = 1000  # milliseconds that an erasure keeps others waiting for the database's log


class EraseForm(Form):
    """To erase or not, neither preset; `about` is sealed, so that a second click is known again."""

    sure = RadioField(
        choices=["yes", "no"],  # type: ignore[list-item] # WTForms takes them; its stubs do not
        validators=[InputRequired()],
    )
    about = HiddenField()

    def faults(self) -> list[tuple[str, str]]:
        """What is missing: field and words; a form that came too late is nobody's field."""
        if not self.errors:
            return []
        t = current.language()
        missing = [("sure", t("rights.choose"))] if "sure" in self.errors else []
        return missing or [("main", t("forms.expired"))]

    def is_second(self, *ids: str) -> bool:
        """Whether what this form is about was erased already: a second click, or a reload.

        ids: what it should be about, where that is known.
        """
        about = opened(self.about.data or "", AT) if self.is_submitted() else None
        if about is None or (ids and about != list(ids)):
            return False
        db, (person_id, *response) = current.db(), about
        if response:
            return responses.found(db, person_id, response[0]) is None
        return not people.is_there(db, person_id)


def about(*ids: str) -> str:
    """A person, or a person and a response, for the form."""
    return sealed(ids, AT)


def backup() -> str:
    """How long a backup may still hold what was erased."""
    return length(current.language(), terms.BACKUP)


def begun(person_id: str) -> list[Line]:
    """The reflections somebody began or submitted: in groups, then on one's own."""
    cards, alone = overview(current.db(), person_id)
    lines = [*(line for card in cards for line in card.lines), *alone]
    return [line for line in lines if line.response is not None]


def settle() -> None:
    """What was deleted leaves the files too, or does so at night where somebody is reading."""
    current.house().database.settle(PATIENCE)
