"""What a closing will tell: all of it read, opened, decided and sealed, and nothing written yet."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from reflect import disclosure
from reflect.disclosure import Decision
from reflect.disclosure import Release as Told
from reflect.records.groups import Moment, Round, Wave
from reflect.records.organisations import pool_key
from reflect.records.releases.changing import Closed, changes
from reflect.records.releases.drafts import Draft, Drawn, draft
from reflect.records.releases.ledger import ledger, seen
from reflect.records.releases.measured import Measured, measured
from reflect.records.releases.pool import waiting
from reflect.records.releases.roster import columns, count
from reflect.records.releases.ruling import Rules
from reflect.records.ring import KeyRing


def draw(db: Session, ring: KeyRing, moment_id: str, rules: Rules, day: date) -> Drawn:
    """All that a closing on `day` tells and keeps; `db` may be a reading one. Raises Unreadable."""
    here, given = measured(db, moment_id), columns(db, ring, moment_id)
    asked, values = here.definition.questionnaire, given.by_measure
    known = ledger(db, asked, given.people, rules.floor)
    decision = disclosure.decide(
        rules.measures, values, known, questionnaire=asked, moment=here.moment.number
    )
    drafts = [drafted(ring, here, decision, day)]
    number = count(db, rounds(db, here.moment))
    if isinstance(here.moment, Wave):
        return Drawn(seen(db), frozenset(), drafts, count=number)
    drafts += changes(db, ring, Closed(here, decision, values, day), rules, known)
    pool = waiting(pool_key(db, ring, here.organisation.id), here, given, decision, day)
    return Drawn(seen(db), frozenset(), drafts, pool, number)


def drafted(ring: KeyRing, here: Measured, decision: Decision, day: date, turn: int = 1) -> Draft:
    """The release of a set of a moment, told on `day`."""
    told = Told(
        **here.names,
        phase=here.moment.phase,
        moment=here.moment.number,
        closed=day,
        figures=decision.figures,
        withheld=decision.withheld,
        distributions=decision.distributions,
        turn=turn,
    )
    sums = {here.key(measure): exact for measure, exact in decision.exact.items()}
    where = {"moment_id": here.moment.id, "turn": turn, "scope_id": here.group.id}
    return draft(ring, told, decision.entries, sums, **where)


def rounds(db: Session, moment: Round) -> list[str]:
    """Of which moments the contributions matter: all of a group, for its changes; a wave alone."""
    if isinstance(moment, Wave):
        return [moment.id]
    return list(db.scalars(select(Moment.id).where(Moment.group_id == moment.group_id)))
