"""A group is handed to a colleague: offered to an address, and theirs once they take it."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import Field, StringField

from reflect.records import addresses, groups, offers, staff
from reflect.records.addresses import NotAnAddress
from reflect.records.engine import Session
from reflect.records.groups import Group
from reflect.records.staff import Staff
from reflect.web import current, noting, trainer
from reflect.web.days import wrong
from reflect.web.forms import Form
from reflect.web.planning import faults

pages = Blueprint("handing", __name__)

Page = Response | str | tuple[str, int]


class OfferForm(Form):
    """To whom: nothing is looked up, so that the page says the same of every address."""

    email = StringField()

    def validate_email(self, field: Field) -> None:
        """An address, and not one's own."""
        try:
            addresses.read(field.data or "")
        except NotAnAddress:
            wrong("handing.email_wrong")
        me = staff.one(current.db(), trainer.me())
        if staff.normal(field.data) == staff.email(me, current.house().ring):
            wrong("handing.email_own")


@pages.route("/groups/<id:group_id>/hand-over", methods=["GET", "POST"])
def offer(group_id: str) -> Page:
    """To whom a group is offered now, or may be."""
    group, ring, form = trainer.group(group_id), current.house().ring, OfferForm()
    if form.validate_on_submit():
        with current.writing() as db:
            mine = groups.one(db, trainer.me(), group.id)
            offers.make(db, ring, mine, form.email.data or "", current.now())
            noting.note(db, "group:offered", mine.id)
            db.commit()
        return redirect(url_for("handing.offer", group_id=group.id, said="offered"))
    page = render_template(
        "handing/offer.html",
        group=group,
        organisation=trainer.workplaces()[group.organisation_id],
        offered=offers.address(current.db(), ring, group.id),
        email=form.email.data or "",
        errors=faults(form),
    )
    return (page, 400) if form.errors else page


@pages.post("/groups/<id:group_id>/hand-over/withdraw")
def withdraw(group_id: str) -> Response:
    """The offer is taken back."""
    group = trainer.group(group_id)
    _expect_ours()
    with current.writing() as db:
        offers.drop(db, groups.one(db, trainer.me(), group.id).id)
        noting.note(db, "group:offer-withdrawn", group.id)
        db.commit()
    return redirect(url_for("groups.one", group_id=group.id, said="offer_withdrawn"))


@pages.post("/offered-groups/<id:group_id>/take")
def take(group_id: str) -> Response:
    """It is the group of who was offered it, from now on."""
    _expect_ours()
    places = trainer.workplaces()
    with current.writing() as db:
        me, group = _offered(db, group_id, places)
        offers.take(db, group, me, current.now())
        noting.note(db, "group:handed-over", group.id)
        db.commit()
    return redirect(url_for("groups.one", group_id=group_id, said="group_taken"))


@pages.post("/offered-groups/<id:group_id>/refuse")
def refuse(group_id: str) -> Response:
    """It stays the group of who offered it."""
    _expect_ours()
    places = trainer.workplaces()
    with current.writing() as db:
        _, group = _offered(db, group_id, places)
        offers.drop(db, group.id)
        noting.note(db, "group:offer-refused", group.id)
        db.commit()
    return redirect(url_for("groups.mine", said="offer_refused"))


def offered() -> list[tuple[Group, str]]:
    """The groups that are offered to the trainer who asks, where they work; and by whom."""
    places, ring = trainer.workplaces(), current.house().ring
    found = offers.to(current.db(), ring, staff.one(current.db(), trainer.me()))
    return [
        (group, staff.email(giver, ring))
        for group, giver in found
        if group.organisation_id in places
    ]


def taken() -> list[tuple[str, str]]:
    """The groups that colleagues took from the trainer who asks, and the address of each."""
    me = staff.one(current.db(), trainer.me())
    return offers.taken(current.db(), current.house().ring, me)


def _offered(db: Session, group_id: str, places: dict[str, str]) -> tuple[Staff, Group]:
    """Who asks, and the group that waits for them; 404 where none does."""
    me = staff.one(db, trainer.me())
    waiting = {group.id: group for group, _ in offers.to(db, current.house().ring, me)}
    group = waiting.get(group_id) or abort(404)
    return (me, group) if group.organisation_id in places else abort(404)


def _expect_ours() -> None:
    if not Form().validate_on_submit():
        abort(400)
