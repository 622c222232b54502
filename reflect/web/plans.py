"""The plan of a group is changed while it runs: more places, and other last days."""

from datetime import date
from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response
from wtforms import Field, StringField

from reflect.disclosure.release import Phase
from reflect.records import groups
from reflect.records.groups.tables import OPEN, PLANNED
from reflect.web import current, noting, trainer
from reflect.web.days import PHASES, DayField, wrong
from reflect.web.forms import Form
from reflect.web.planning import MOST, faults, number
from reflect.web.standing import Standing, standings

pages = Blueprint("plans", __name__)

Page = Response | str | tuple[str, int]


class PlanForm(Form):
    """How many may join, and the last day of each moment that is not closed."""

    cap = StringField()
    before_deadline = DayField()
    after_deadline = DayField()
    later_deadline = DayField()

    def offer(self, places: int, moments: list[Standing]) -> None:
        """What there is to change: so many places, and these moments."""
        self.places = places
        self.ahead = {one.phase: one.id for one in moments}

    @property
    def moments(self) -> list[tuple[Phase, date | None]]:
        """The last days of the moments, in the order of time."""
        return [(one, self[f"{one}_deadline"].day) for one in PHASES if one in self.ahead]

    @property
    def deadlines(self) -> dict[str, date | None]:
        """The last day of each moment, by its id."""
        return {self.ahead[phase]: day for phase, day in self.moments}

    def validate_cap(self, field: Field) -> None:
        """A whole number of people, and no fewer than there were places for."""
        size, most = number(field.data), max(MOST, self.places)
        if size is None or size > most:
            wrong("groups.cap_wrong", most=most)
        if size < self.places:
            wrong("plans.cap_fewer", cap=self.places)


@pages.route("/groups/<id:group_id>/plan", methods=["GET", "POST"])
def change(group_id: str) -> Page:
    """What may still change; what is closing or closed is not there any more."""
    group = trainer.group(group_id)
    ahead = [
        one for one in standings(current.db(), group, _floor()) if one.state in (PLANNED, OPEN)
    ]
    form = PlanForm(data=_now(group.cap, ahead))
    form.offer(group.cap, ahead)
    if form.validate_on_submit():
        with current.writing() as db:
            mine = groups.one(db, trainer.me(), group.id)
            groups.replan(db, mine, number(form.cap.data) or 0, form.deadlines)
            noting.note(db, "group:plan", mine.id)
            db.commit()
        return redirect(url_for("groups.one", group_id=group.id, said="plan_changed"))
    page = render_template(
        "groups/plan.html", form=form, group=group, moments=ahead, errors=faults(form)
    )
    return (page, 400) if form.errors else page


def _floor() -> int:
    return current.house().config.floor


def _now(cap: int, ahead: list[Standing]) -> dict[str, Any]:
    """The plan as it stands, as the form has it."""
    days = {f"{one.phase}_deadline": one.deadline.isoformat() for one in ahead if one.deadline}
    return {"cap": str(cap), **days}
