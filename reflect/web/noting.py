"""What happens on pages, noted in the audit log; of a person the day and nothing else."""

from flask import Flask, g, request
from werkzeug.wrappers import Response

from reflect.records import audit
from reflect.records.audit import SOMEBODY, Actor, Event
from reflect.records.audit.actions import Result
from reflect.records.engine import Session
from reflect.web import current
from reflect.web.access import ROUTES, Access

TAKEN = {"moments.export", "organisation.export", "unions.export"}  # files of what groups were told
GIVEN, MISSING = 200, 404
OPEN = (None, Access.ANYONE, Access.PERSON)


def note(
    db: Session, action: str, thing: str = "", detail: str = "", *, result: Result = "ok"
) -> None:
    """Note what the member of staff who is there does: the last thing before a commit."""
    _note(db, Event(action, staff(), thing, detail, result))


def staff() -> Actor:
    """The member of staff who is there, or somebody."""
    here = current.who()
    is_staff = here is not None and here.kind == "staff"
    return Actor("staff", here.owner) if here and is_staff else SOMEBODY


def note_of(db: Session, staff_id: str, action: str, detail: str = "") -> None:
    """The same of a member of staff who is only just arriving, and whom it is about."""
    _note(db, Event(action, Actor("staff", staff_id), staff_id, detail))


def note_failed(db: Session, staff_id: str, what: str) -> None:
    """Note that a password or a code was wrong; "" for an account that nobody has."""
    _note(db, Event("staff:sign-in", SOMEBODY, staff_id, what, "failed"))


def note_limit(db: Session, what: str) -> None:
    """Note that somebody at a door of staff failed so often that it stays shut for a while."""
    _note(db, Event("staff:limit", SOMEBODY, detail=what, result="refused"))


def note_person(db: Session, name: str) -> None:
    """Note that a person did this on this day; who it was is kept nowhere."""
    _note(db, Event(f"person:{name}", Actor("person")))


def watch(app: Flask) -> None:
    """Note what changes nothing: a file that is taken along, a page that is refused."""
    app.before_request(_expect)
    app.after_request(_watched)


def _expect() -> None:
    """Remember which member of staff asks for a page of staff: the page of a fault knows nobody."""
    if ROUTES.get(request.endpoint or "") not in OPEN:
        here = current.who()
        g.staff_asks = here.owner if here and here.kind == "staff" else None


def _watched(response: Response) -> Response:
    staff_id = g.pop("staff_asks", None)
    page = request.endpoint or ""
    if staff_id and response.status_code == MISSING:
        _note_alone(Event("staff:refused", Actor("staff", staff_id), page, result="refused"))
    elif staff_id and page in TAKEN and response.status_code == GIVEN:  # not what asks for a code
        asked = {name: str(value) for name, value in (request.view_args or {}).items()}
        kind, thing = asked.pop("kind", ""), " ".join(asked.values())
        _note_alone(Event("moment:exported", Actor("staff", staff_id), thing, kind))
    return response


def _note_alone(event: Event) -> None:
    with current.writing() as db:
        _note(db, event)
        db.commit()


def _note(db: Session, event: Event) -> None:
    audit.note(db, current.house().ring, event, current.now())
