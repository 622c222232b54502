"""A moment is closed: frozen, computed, recorded; each step may be taken again after a crash."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from reflect import disclosure
from reflect.disclosure import Phase, Verdict
from reflect.records import audit, evaluations
from reflect.records.audit import NIGHT, Actor, Event
from reflect.records.definitions import Definition
from reflect.records.engine import Database, alone
from reflect.records.groups import Group, Moment, Round, Wave, stop_code
from reflect.records.groups.tables import CLOSED, CLOSING, OPEN
from reflect.records.organisations import pool_key
from reflect.records.releases.drafts import Drawn, stands, write
from reflect.records.releases.drawing import draw, rounds
from reflect.records.releases.measured import asked, measured
from reflect.records.releases.roster import count, submitted
from reflect.records.releases.ruling import Rules
from reflect.records.releases.staging import clear, drain, stage
from reflect.records.responses import Contribution
from reflect.records.ring import KeyRing


def close(  # noqa: PLR0913 - where, what, by which rules, when, and who did it
    database: Database,
    ring: KeyRing,
    moment_id: str,
    rules: Rules,
    at: datetime,
    *,
    by: Actor = NIGHT,
) -> Verdict:
    """Close a moment by short transactions; between them all is opened, decided and sealed.

    It opens its own sessions, since no transaction may last meanwhile. Interrupted, it goes on
    where it stood; closed already, nothing happens. The verdict says whether it is closed now,
    or when to try again. Raises NoResultFound, Unreadable.
    """
    with database.writing() as db:
        verdict = freeze(db, moment_id, floor=rules.floor, at=at)
        pool_key(db, ring, measured(db, moment_id).organisation.id)
        db.commit()
    done = not verdict.closes
    while not done:
        with database.reading() as db:
            drawn = draw(db, ring, moment_id, rules, at.date())
        stage(database, drawn)
        with database.writing() as db:
            done = record(db, moment_id, drawn, at, partial(_note, db, ring, by, at))
            db.commit()
        clear(database, drawn)
    drain(database)
    database.settle()
    return verdict


def freeze(db: Session, moment_id: str, *, floor: int, at: datetime) -> Verdict:
    """Open becomes closing: what is submitted from here on does not count. Short.

    With too few by hand nothing closes, and there is a pause. NoResultFound when not open yet.
    """
    opened = Round.opened.is_not(None)
    moment = db.scalars(select(Round).where(Round.id == moment_id, opened).with_for_update()).one()
    if moment.state != OPEN:
        return Verdict(None)
    verdict = disclosure.may_close(
        submitted(db, moment_id),
        deadline_passed=moment.deadline is not None and moment.deadline < at.date(),
        next_try=moment.next_try,
        at=at,
        floor=floor,
    )
    moment.next_try = verdict.next_try
    if verdict.closes:
        moment.state = CLOSING
    db.flush()
    return verdict


def record(
    db: Session,
    moment_id: str,
    drawn: Drawn,
    at: datetime,
    note: Callable[[Round], None] = lambda _: None,
) -> bool:
    """Closing becomes closed: what was staged is told; one at a time, and short.

    False, and nothing done, when what was given or what was told is no longer what was decided
    on: decide again.
    """
    alone(db, "ledger")
    here = measured(db, moment_id, lock=True)
    if here.moment.state == CLOSED:
        return True
    if not stands(db, drawn, count=count(db, rounds(db, here.moment), lock=True)):
        return False
    here.moment.state, here.moment.closed = CLOSED, at.date()
    write(db, drawn)
    if isinstance(here.moment, Wave):
        evaluations.destroy(db, here.moment)
    else:
        end(db, here.group)
    note(here.moment)
    return True


def _note(db: Session, ring: KeyRing, by: Actor, at: datetime, moment: Round) -> None:
    kind = "evaluation" if isinstance(moment, Wave) else "moment"
    audit.note(db, ring, Event(f"{kind}:closed", by, moment.id), at)


@dataclass(frozen=True)
class Due:
    """A moment to be closed, and the definition (JSON) that says by what rules."""

    moment_id: str
    phase: Phase
    definition: str


def due(db: Session, at: datetime) -> list[Due]:
    """The moments whose deadline has passed and those that were interrupted, to be closed."""
    late = (Round.state == OPEN) & (Round.deadline < at.date())
    query = select(Round.id, Round.phase, Definition.body)
    query = query.join(Group, Round.group_id == Group.id)
    query = query.join(Definition, Definition.fingerprint == asked())
    return [Due(*row) for row in db.execute(query.where(late | (Round.state == CLOSING)))]


def conclude(db: Session, group: Group) -> None:
    """After a group's last moment nothing is kept that could be told of again."""
    if end(db, group):
        ids = select(Moment.id).where(Moment.group_id == group.id)
        db.execute(delete(Contribution).where(Contribution.moment_id.in_(ids)))


def end(db: Session, group: Group) -> bool:
    """The same as far as it is quick: nobody opens what was given any more; drain() takes it."""
    moments = select(Moment).where(Moment.group_id == group.id)
    if db.scalars(moments.where(Moment.state != CLOSED)).first() is not None:
        return False
    group.wrapped_key = None
    stop_code(db, group)
    return True
