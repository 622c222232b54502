"""Days for somebody's own calendar: to look back on a goal, and the last day of a moment."""

from datetime import date

from flask import Blueprint, Response, abort

from reflect.records import memberships, sealing
from reflect.records.engine import Session
from reflect.records.groups import Moment
from reflect.records.groups.tables import OPEN, PLANNED
from reflect.records.instance import ledger_key
from reflect.reports import Day
from reflect.reports import agenda as written
from reflect.web import board, current
from reflect.web.documents import download

pages = Blueprint("agenda", __name__)


@pages.get("/reflections/<id:response_id>/goals/review.ics")
def goals(response_id: str) -> Response:
    """The days on which somebody wants to look back; each day once, whatever the goals are."""
    mine = board.of(current.db(), current.me(), response_id)
    days = {slot.goal.review: slot.number for slot in reversed(mine.own) if slot.goal.review}
    if not days:
        abort(404)
    summary = current.language()("agenda.goal")
    return _file(
        *(
            Day(_uid(f"{response_id} {number}"), date.fromisoformat(day), summary)
            for day, number in sorted(days.items())
        )
    )


@pages.get("/agenda/<id:moment_id>/last-day.ics")
def moment(moment_id: str) -> Response:
    """The last day of a moment of a group that somebody is in; 404 where there is none."""
    found = memberships.round_of(current.db(), current.me().person_id, moment_id)
    if found.deadline is None:
        abort(404)
    summary = current.language()("agenda.moment")
    return _file(Day(_uid(moment_id), found.deadline, summary))


def next_moment(db: Session, person_id: str, today: date) -> Moment | None:
    """The moment of somebody's groups that closes next, if any has a last day."""
    open_ones = (
        moment
        for _, _, moment in memberships.of(db, person_id)
        if moment.state in (PLANNED, OPEN) and moment.deadline and moment.deadline >= today
    )
    return min(open_ones, key=lambda moment: moment.deadline or today, default=None)


def _file(*days: Day) -> Response:
    t, house = current.language(), current.house()
    return download(
        written(
            days,
            name=t("agenda.file"),
            more=t("agenda.more"),
            url=house.config.origin,
            at=current.now(),
        )
    )


def _uid(thing: str) -> str:
    """Opaque, and the same for the same thing: taken again, a day moves and does not double."""
    secret = sealing.derive(ledger_key(current.db(), current.house().ring), "agenda")
    return sealing.digest(secret, thing).hex()[:32]
