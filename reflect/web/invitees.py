"""An invitation in the making: what a trainer pasted, what is wrong with it, how far it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wtforms import BooleanField, StringField

from reflect.post import Letter, message
from reflect.records import addresses, dispatches, groups, staff
from reflect.records.addresses import NotAnAddress
from reflect.records.dispatches import Invitation
from reflect.records.groups import Group
from reflect.records.pasted import Pasted, pasted
from reflect.records.sealing import Place
from reflect.web import current, trainer
from reflect.web.forms import Form
from reflect.web.parcels import opened, sealed
from reflect.web.standing import is_over, standings

LONGEST = 40_000  # characters: many more than for the largest group
TOLD = 8  # lines that are wrong, one by one
SHOWN = 60  # characters of what is wrong
TESTED = Place("inviting", "tested")

Faults = list[tuple[str, str]]


class InviteForm(Form):
    """Whom to invite, and what rides along from step to step."""

    addresses = StringField()
    step = StringField()  # look, change, test, send
    once = StringField()  # names a page, so that it is sent once
    tested = StringField()  # that this very mail went to oneself, sealed
    arrived = BooleanField()
    carried = StringField()  # what was pasted before the session ended, sealed


@dataclass(frozen=True)
class Draft:
    """An invitation to a group, as far as its trainer came."""

    group_id: str
    form: InviteForm

    @cached_property
    def group(self) -> Group:
        """The group, of this trainer; 404 for another's and for none."""
        return trainer.group(self.group_id)

    @cached_property
    def typed(self) -> str:
        """What was pasted, as it was: now, or before the session ended."""
        carried = opened(self.form.carried.data or "", self._place)
        return str(carried or self.form.addresses.data or "")

    @property
    def carried(self) -> str:
        """The same, sealed, for this group alone: on a shared device others come by."""
        return sealed(self.typed, self._place)

    @property
    def _place(self) -> Place:
        return Place("inviting", "carried", self.group_id)

    @cached_property
    def pasted(self) -> Pasted:
        """What could be read of it."""
        return pasted(self.typed)

    @cached_property
    def code(self) -> str | None:
        """The join code; None where nobody can join."""
        house = current.house()
        if is_over(standings(current.db(), self.group, house.config.floor)):
            return None
        return groups.code(self.group, house.ring)

    @cached_property
    def own(self) -> str | None:
        """The trainer's own address; None where no mail can go there."""
        member = staff.one(current.db(), trainer.me())
        try:
            return addresses.read(staff.email(member, current.house().ring))
        except NotAnAddress:
            return None

    @property
    def mail(self) -> tuple[str, str]:
        """Subject and text, by the very function that writes it at sending."""
        config, t = current.house().config, current.language()
        letter = Letter("preview", "invite", self.own or "", t.code, code=self.code or "")
        mail = message(letter, sender=config.mail_sender, site=config.origin, at=current.now())
        return mail["Subject"], mail.get_content()

    @property
    def proof(self) -> list[str | None]:
        """Whose test it was, and of which mail: another code or language is another mail."""
        return [trainer.me(), self.group_id, self.code, current.language().code]

    @property
    def is_tested(self) -> bool:
        """Whether this very mail went to the trainer first."""
        return bool(opened(self.form.tested.data or "", TESTED) == self.proof)

    def invitation(self) -> Invitation:
        """What is sent, for the records; known by the press: of whom, which, and on which page."""
        me = trainer.me()
        once = f"{me} {self.form.step.data} {self.form.once.data}"
        return Invitation(me, self.code or "", current.language().code, once)


def faults(draft: Draft) -> Faults:
    """What keeps it from being sent: of one kind at a time, the field and words."""
    t = current.language()
    if not draft.form.validate():
        return [("main", t("forms.expired"))]
    if draft.code is None:
        return [("main", t("inviting.stopped"))]
    if draft.own is None:
        return [("main", t("inviting.own_unread"))]
    if len(draft.typed) > LONGEST:
        return [("addresses", t("inviting.too_long", most=LONGEST))]
    return list(_wrong(draft.pasted)) or list(_many(draft))


def _wrong(read: Pasted) -> Iterator[tuple[str, str]]:
    """Each line that is no address, and how many more there are."""
    t = current.language()
    for one in read.wrong[:TOLD]:
        text = one.text if len(one.text) <= SHOWN else f"{one.text[:SHOWN]}…"
        why = t(f"inviting.{one.reason}")
        yield "addresses", t("inviting.wrong", line=one.line, text=text, why=why)
    if (more := len(read.wrong) - TOLD) > 0:
        yield "addresses", t.plural("inviting.more_wrong", more)


def _many(draft: Draft) -> Iterator[tuple[str, str]]:
    """None at all, or too many: for the group as it was made, for nobody sees how many joined."""
    t, count = current.language(), len(draft.pasted.addresses)
    left = dispatches.left(current.db(), trainer.me(), current.now())
    if not count:
        yield "addresses", t("inviting.none")
    elif count > draft.group.cap:
        yield "addresses", t("inviting.over_cap", count=count, cap=draft.group.cap)
    elif count + (not draft.is_tested) > left:
        yield "addresses", t("inviting.over_day", left=left, most=dispatches.MOST, count=count)
