"""Who came after closing: told as a set of their own, once they are enough, while it is kept."""

from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from reflect import disclosure
from reflect.records.definitions import Definition
from reflect.records.groups import Group, Round
from reflect.records.organisations import pool_key
from reflect.records.releases.closing import Due
from reflect.records.releases.drafts import Drawn, stands, write
from reflect.records.releases.drawing import drafted
from reflect.records.releases.ledger import ledger, seen
from reflect.records.releases.measured import asked, measured
from reflect.records.releases.pool import waiting
from reflect.records.releases.roster import columns, held
from reflect.records.releases.ruling import Rules
from reflect.records.releases.tables import Release
from reflect.records.responses import Contribution
from reflect.records.ring import KeyRing

WAITS = Contribution.turn.is_(None)


def late(db: Session, floor: int) -> list[Due]:
    """The moments at which enough wait to be told of."""
    enough = select(Contribution.moment_id).where(WAITS).group_by(Contribution.moment_id)
    enough = enough.having(func.count() >= floor)
    query = select(Round.id, Round.phase, Definition.body)
    query = query.join(Group, Round.group_id == Group.id)
    query = query.join(Definition, Definition.fingerprint == asked())
    return [Due(*row) for row in db.execute(query.where(Round.id.in_(enough)))]


def draw_late(db: Session, ring: KeyRing, moment_id: str, rules: Rules, day: date) -> Drawn | None:
    """The next set of a moment; None when nothing of it may be told, so that they wait on."""
    here, given = measured(db, moment_id), columns(db, ring, moment_id, None)
    name = here.definition.questionnaire
    decision = disclosure.decide(
        rules.measures,
        given.by_measure,
        ledger(db, name, given.people, rules.floor),
        questionnaire=name,
        moment=here.moment.number,
    )
    if not decision.figures:
        return None
    told = select(func.max(Release.turn)).where(Release.moment_id == moment_id)
    draft = drafted(ring, here, decision, day, db.scalars(told).one() + 1)
    secret = pool_key(db, ring, here.organisation.id)
    pool = waiting(secret, here, given, decision, day)
    return Drawn(seen(db), held(db, moment_id), [draft], pool)


def record_late(db: Session, drawn: Drawn) -> bool:
    """Store what is told of them; they count from now on. False: decide again."""
    (draft,) = drawn.drafts
    moment_id, turn = draft.release.moment_id or "", draft.release.turn
    measured(db, moment_id, lock=True)
    if not stands(db, drawn, held(db, moment_id, lock=True)):
        return False
    db.execute(
        update(Contribution).where(Contribution.moment_id == moment_id, WAITS).values(turn=turn)
    )
    write(db, drawn)
    return True
