"""The roster of a moment: what its members gave, by subject, opened with the group's key."""

import json
from dataclasses import dataclass, field
from fractions import Fraction

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.groups import Group, Moment
from reflect.records.instance import ledger_key
from reflect.records.responses import Contribution, Response
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place


@dataclass(frozen=True)
class Given:
    """What one response gives: measure id -> 0 to 1."""

    response_id: str
    values: dict[str, Fraction] = field(repr=False)


Roster = dict[str, Given]  # subject -> what was given


def roster(db: Session, ring: KeyRing, moment_id: str, *, lock: bool = False) -> Roster:
    """The contributions that count; empty once they were destroyed.

    A subject is HMAC(person) under the ledger key: the same person in every group, nobody's
    name, and not to be traced back once the person is erased. Raises Unreadable.

    `lock`: none of them is erased until the transaction ends; one that is being erased is not in.
    """
    query = (
        select(Contribution, Response.person_id, Group)
        .join(Response, Contribution.response_id == Response.id)
        .join(Moment, Contribution.moment_id == Moment.id)
        .join(Group, Moment.group_id == Group.id)
        .where(Contribution.moment_id == moment_id)
    )
    if lock:
        query = query.with_for_update(read=True, of=Response)
    rows = db.execute(query).all()
    if not rows:
        return {}
    subjects, secret = ledger_key(db, ring), _group_key(rows[0][2], ring)
    return {
        sealing.digest(subjects, person_id).hex(): _given(secret, contribution, group)
        for contribution, person_id, group in rows
    }


def by_measure(roster: Roster) -> dict[str, dict[str, Fraction]]:
    """Measure id -> subject -> value."""
    values: dict[str, dict[str, Fraction]] = {}
    for subject, given in roster.items():
        for measure, value in given.values.items():
            values.setdefault(measure, {})[subject] = value
    return values


def submitted(db: Session, moment_id: str) -> int:
    """How many responses count: for the band "fewer than K" or "enough", never to be shown."""
    return db.scalars(select(func.count()).where(Contribution.moment_id == moment_id)).one()


def _given(secret: bytes, contribution: Contribution, group: Group) -> Given:
    row = contribution.response_id
    place = Place("contribution", row, contribution.moment_id, group.fingerprint)
    told = json.loads(sealing.opened(secret, contribution.sealed, place))
    return Given(row, {measure: Fraction(value) for measure, value in told.items()})


def _group_key(group: Group, ring: KeyRing) -> bytes:
    return ring.opened(group.wrapped_key or b"", Place("group", group.id))
