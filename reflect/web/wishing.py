"""What somebody wishes in a group, asked at its door and again whenever they like."""

from wtforms import BooleanField, RadioField
from wtforms.validators import InputRequired

from reflect.records.memberships import Wishes
from reflect.web import current
from reflect.web.forms import Form
from reflect.web.mailboxes import AddressField


class WishForm(Form):
    """What somebody agrees to; whether to count is asked, and a newcomer finds neither preset."""

    counts = RadioField(
        choices=["yes", "no"],  # type: ignore[list-item] # WTForms takes them; its stubs do not
        validators=[InputRequired()],
    )
    research = BooleanField()

    @property
    def wishes(self) -> Wishes:
        """What was sent, for the records."""
        return Wishes(counts=self.counts.data == "yes", research=self.research.data)

    def faults(self) -> list[tuple[str, str]]:
        """What is missing: field and words; a form that came too late is nobody's field."""
        if not self.errors:
            return []
        t = current.language()
        missing = [("counts", t("start.choose_counts"))] if "counts" in self.errors else []
        missing += [("email", words[0]) for name, words in self.errors.items() if name == "email"]
        return missing or [("main", t("forms.expired"))]


class JoinForm(WishForm):
    """The same at the door, and where to send reminders: nobody has to say."""

    email = AddressField(may_be_empty=True)
