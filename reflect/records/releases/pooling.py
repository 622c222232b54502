"""A pool that holds enough: told as a set of its own, and part of the unions from then on."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from reflect import disclosure
from reflect.disclosure import Decision, Phase, key
from reflect.disclosure import Release as Told
from reflect.records import sealing
from reflect.records.definitions import Definition
from reflect.records.instance import ledger_key
from reflect.records.organisations import one, pool_key
from reflect.records.releases.drafts import Drawn, draft, stands, write
from reflect.records.releases.ledger import ledger, seen
from reflect.records.releases.pool import WAITS
from reflect.records.releases.ruling import Rules
from reflect.records.releases.tables import POOL, Pool
from reflect.records.responses import Response
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place

Values = dict[str, dict[str, Fraction]]
Rows = dict[tuple[str, str], str]


class Pond(NamedTuple):
    """One pool: of an organisation, a version, a moment number and a phase."""

    organisation_id: str
    definition: Definition
    moment: int
    phase: Phase


@dataclass(frozen=True)
class Waiting:
    """What waits in a pool: the values by measure and subject, and the row of each."""

    values: Values
    rows: Rows


def ponds(db: Session, floor: int) -> list[Pond]:
    """The pools in which enough wait, on some measure."""
    query = select(Pool.organisation_id, Pool.fingerprint, Pool.measure, Response.phase)
    query = query.join(Response, Pool.response_id == Response.id)
    query = query.where(WAITS).group_by(
        Pool.organisation_id, Pool.fingerprint, Pool.measure, Response.phase
    )
    found = {
        (organisation, fingerprint, int(measure.split("/")[-2]), phase)
        for organisation, fingerprint, measure, phase in db.execute(
            query.having(func.count() >= floor)
        )
    }
    return [
        Pond(organisation, db.get_one(Definition, fingerprint), moment, phase)
        for organisation, fingerprint, moment, phase in sorted(found)
    ]


def draw_pool(db: Session, ring: KeyRing, pond: Pond, rules: Rules, day: date) -> Drawn | None:
    """The set of a pool; None when nothing of it may be told."""
    waiting, name = _waiting(db, ring, pond, rules), pond.definition.questionnaire
    subjects = {subject for column in waiting.values.values() for subject in column}
    decision = disclosure.decide_pool(
        rules.measures,
        waiting.values,
        ledger(db, name, subjects, rules.floor),
        questionnaire=name,
        moment=pond.moment,
    )
    if not decision.figures:
        return None
    about = decision.about.items()
    used = sorted(waiting.rows[measure, who] for measure, among in about for who in among)
    sums = {key(name, pond.moment, measure): each for measure, each in decision.exact.items()}
    where = {"kind": POOL, "scope": "organisation", "scope_id": pond.organisation_id}
    drafts = [draft(ring, _told(db, pond, decision, day), decision.entries, sums, **where)]
    return Drawn(seen(db), frozenset(), drafts, count=len(used), taken=used)


def record_pool(db: Session, drawn: Drawn) -> bool:
    """Store what is told of a pool; drain() takes what it is made of. False: decide again."""
    if not stands(db, drawn, count=_taken(db, drawn)):
        return False
    write(db, drawn)
    return True


def _taken(db: Session, drawn: Drawn) -> int:
    """How much is still there of what was taken; none is erased until the transaction ends."""
    (draft,) = drawn.drafts
    rows = select(Pool.id).where(Pool.release_id == draft.release.id)
    if db.connection().dialect.name != "sqlite":  # where nobody else writes meanwhile
        rows = rows.join(Response, Pool.response_id == Response.id)
        rows = rows.with_for_update(read=True, of=[Response, Pool])
    return db.scalars(select(func.count()).select_from(rows.subquery())).one()


def _waiting(db: Session, ring: KeyRing, pond: Pond, rules: Rules) -> Waiting:
    """Opened; of who waits twice on one measure, in two groups, one value, and the other later."""
    secret, subjects = pool_key(db, ring, pond.organisation_id), ledger_key(db, ring)
    values: Values = {}
    rows: Rows = {}
    known = cache(lambda person: sealing.digest(subjects, person).hex())
    for measure in (each.id for each in rules.measures if each.has_mean):
        for row in db.execute(_of(pond, measure)):
            who = known(row.person_id)
            place = Place("pool", row.id, row.response_id, row.fingerprint)
            values.setdefault(measure, {})[who] = Fraction(
                sealing.opened(secret, row.sealed, place).decode()
            )
            rows[measure, who] = row.id
    return Waiting(values, rows)


def _of(pond: Pond, measure: str) -> Select[str, str, str, bytes, str]:
    row = Pool.id, Pool.response_id, Pool.fingerprint, Pool.sealed
    query = select(*row, Response.person_id).join(Response, Pool.response_id == Response.id)
    return query.where(
        WAITS,
        Pool.organisation_id == pond.organisation_id,
        Pool.fingerprint == pond.definition.fingerprint,
        Pool.measure == key(pond.definition.questionnaire, pond.moment, measure),
        Response.phase == pond.phase,
    ).order_by(Pool.id)


def _told(db: Session, pond: Pond, decision: Decision, day: date) -> Told:
    return Told(
        questionnaire=pond.definition.questionnaire,
        version=pond.definition.version,
        fingerprint=pond.definition.fingerprint,
        phase=pond.phase,
        moment=pond.moment,
        closed=day,
        group="",
        organisation=one(db, pond.organisation_id).name,
        figures=decision.figures,
        withheld=decision.withheld,
        distributions=decision.distributions,
        scope="organisation",
    )
