"""What is told at night: sets of who came late, pools that hold enough, and unions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from reflect.questionnaire import Questionnaire
from reflect.records.engine import Database, Session, alone
from reflect.records.organisations import pool_key
from reflect.records.releases.drafts import Drawn
from reflect.records.releases.latecomers import draw_late, late, record_late
from reflect.records.releases.measured import measured
from reflect.records.releases.pooling import draw_pool, ponds, record_pool
from reflect.records.releases.ruling import rules
from reflect.records.releases.staging import clear, drain, stage, sweep
from reflect.records.releases.unions import draw_unions, record_unions
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable


@dataclass(frozen=True)
class Night:
    """Where it is, and K; `faults` says what could not be read, and kept nothing else waiting."""

    database: Database
    ring: KeyRing
    floor: int
    day: date
    faults: list[str] = field(default_factory=list)


def tell(night: Night) -> int:
    """Tell what may be told by now; how many of them were."""
    sweep(night.database, night.day)
    return sum((_late(night), _pools(night), _unions(night)))


def _late(night: Night) -> int:
    with night.database.reading() as db:
        waiting = late(db, night.floor)
    told = 0
    for one in waiting:
        by = rules(Questionnaire.from_json(one.definition), one.phase, night.floor)
        _prepare(night, one.moment_id)
        draw = partial(draw_late, ring=night.ring, moment_id=one.moment_id, rules=by, day=night.day)
        told += _told(night, draw, record_late)
    return told


def _prepare(night: Night, moment_id: str) -> None:
    """The pool of the organisation has a key, for what is withheld."""
    with night.database.writing() as db:
        pool_key(db, night.ring, measured(db, moment_id).organisation.id)
        db.commit()


def _pools(night: Night) -> int:
    with night.database.reading() as db:
        found = ponds(db, night.floor)
    told = 0
    for pond in found:
        by = rules(Questionnaire.from_json(pond.definition.body), pond.phase, night.floor)
        draw = partial(draw_pool, ring=night.ring, pond=pond, rules=by, day=night.day)
        told += _told(night, draw, record_pool)
    return told


def _unions(night: Night) -> int:
    return _told(night, partial(draw_unions, ring=night.ring, day=night.day), record_unions)


def _told(
    night: Night,
    draw: Callable[[Session], Drawn | None],
    record: Callable[[Session, Drawn], bool],
) -> bool:
    """Decide beside any transaction, store in a short one; again when something came between."""
    while True:
        try:
            with night.database.reading() as db:
                drawn = draw(db)
        except Unreadable as fault:
            night.faults.append(str(fault))
            return False
        if drawn is None:
            return False
        stage(night.database, drawn)
        with night.database.writing() as db:
            alone(db, "ledger")
            done = record(db, drawn)
            db.commit()
        clear(night.database, drawn)
        if done:
            drain(night.database)
            return True
