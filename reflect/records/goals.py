"""Goals: what somebody means to do after a reflection, sealed with the key of that person alone."""

import json
from dataclasses import asdict, dataclass, field, replace

from sqlalchemy import LargeBinary, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import sealing
from reflect.records.base import UNORDERED, Base, belongs_to
from reflect.records.people import Opened, Person
from reflect.records.responses import Response
from reflect.records.sealing import Place

MOST = 3  # goals of a response


@dataclass(frozen=True)
class Goal:
    """What somebody means to do; texts as they were typed, "" for what was left empty.

    domain: an id; review: a day as YYYY-MM-DD; came_of_it: what became of it, written later.
    """

    domain: str = ""
    what: str = field(default="", repr=False)
    when: str = field(default="", repr=False)
    with_whom: str = field(default="", repr=False)
    review: str = ""
    came_of_it: str = field(default="", repr=False)


Goals = tuple[Goal, Goal, Goal]  # the second stays the second when the first is removed
NONE: Goals = (Goal(), Goal(), Goal())


class Kept(Base):
    """The goals of a response together: not even how many there are can be seen."""

    __tablename__ = "goal"
    __table_args__ = UNORDERED

    response_id: Mapped[str] = mapped_column(belongs_to("response"), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


def of(db: Session, me: Opened, *, lock: bool = False) -> dict[str, Goals]:
    """All goals of a person by response; a response without any is left out. Raises Unreadable.

    `lock`: nobody else changes them until the transaction ends.
    """
    if lock:
        db.execute(select(Person.id).where(Person.id == me.person_id).with_for_update()).one()
    own = select(Kept).join(Response, Response.id == Kept.response_id)
    rows = db.scalars(own.where(Response.person_id == me.person_id))
    return {row.response_id: _opened(me, row) for row in rows}


def write(db: Session, me: Opened, response_id: str, goals: Goals) -> None:
    """Keep these as the goals of a response of this person; read by of() with `lock`.

    When none of them says anything, nothing is kept.
    """
    db.execute(delete(Kept).where(Kept.response_id == response_id))
    if goals != NONE:
        contents = json.dumps([asdict(goal) for goal in goals]).encode()
        sealed = sealing.seal(me.key, contents, _place(me, response_id))
        db.add(Kept(response_id=response_id, sealed=sealed))
    db.flush()


def changed(goals: Goals, number: int, **texts: str) -> Goals:
    """The goals with other texts in one of them; numbers begin at 1."""
    first, second, third = (
        replace(goal, **texts) if at == number else goal for at, goal in enumerate(goals, 1)
    )
    return first, second, third


def _opened(me: Opened, row: Kept) -> Goals:
    contents = sealing.opened(me.key, row.sealed, _place(me, row.response_id))
    first, second, third = (Goal(**texts) for texts in json.loads(contents))
    return first, second, third


def _place(me: Opened, response_id: str) -> Place:
    return Place("goal", response_id, me.person_id)
