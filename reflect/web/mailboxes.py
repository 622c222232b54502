"""Addresses as people type them, and reminders to them."""

from datetime import datetime

from wtforms import StringField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from reflect.records import addresses, reminders
from reflect.records.addresses import Mailbox, NotAnAddress
from reflect.records.engine import Session
from reflect.records.people import Opened
from reflect.records.reminders import Recipient
from reflect.web import current
from reflect.web.forms import Form


class AddressField(StringField):
    """An address; `may_be_empty` where nobody has to give one."""

    def __init__(self, *, may_be_empty: bool = False, **kw: object) -> None:
        """A field for an address."""
        self.may_be_empty = may_be_empty
        super().__init__(**kw)  # type: ignore[arg-type] # what WTForms hands to every field

    @property
    def typed(self) -> str:
        """What was typed, without the spaces around it."""
        return (self.data or "").strip()

    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002 - as WTForms asks
        """ValidationError when it cannot be an address."""
        if not self.typed and self.may_be_empty:
            return
        try:
            addresses.read(self.typed)
        except NotAnAddress:
            raise ValidationError(current.language()("mail.not_an_address")) from None

    @property
    def box(self) -> Mailbox | None:
        """Where to write, in the language of the page; None when nothing was typed."""
        if not self.typed:
            return None
        return Mailbox(addresses.read(self.typed), current.language().code)


class AddressForm(Form):
    """An address, and nothing else."""

    email = AddressField()

    @property
    def box(self) -> Mailbox:
        """Where to write; ValueError when it was not validated."""
        return Mailbox(addresses.read(self.email.typed), current.language().code)

    def faults(self) -> list[tuple[str, str]]:
        """What is wrong: field and words; a form that came too late is nobody's field."""
        place = {"email": "email"}
        return [(place.get(name, "main"), words[0]) for name, words in self.errors.items()]


def remind(db: Session, me: Opened, box: Mailbox | None, at: datetime) -> None:
    """Remind somebody of what is ahead: at this address, or at the one they gave before."""
    if box is not None:
        reminders.remember(db, current.house().ring, me, box)
    reminders.follow(db, me, at)


def reminded() -> Recipient | None:
    """Where who is there gets reminders already; None for nobody, and for staff."""
    here = current.who()
    if here is None or here.kind != "person":
        return None
    return reminders.of(current.db(), current.house().ring, here.me)
