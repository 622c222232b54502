"""The changes that a closing tells: from each earlier moment of the group to this one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from reflect import disclosure
from reflect.disclosure import Change, Decision, Ledger, Side, Sum
from reflect.disclosure import Release as Told
from reflect.records.groups import Moment
from reflect.records.releases.drafts import Draft, draft
from reflect.records.releases.measured import Measured
from reflect.records.releases.roster import columns
from reflect.records.releases.ruling import Rules
from reflect.records.releases.tables import CHANGE, Release
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place


@dataclass(frozen=True)
class Closed:
    """A moment that was decided on, and the values that it was decided by."""

    here: Measured
    decision: Decision = field(repr=False)
    values: Mapping[str, Mapping[str, Fraction]] = field(repr=False)
    day: date

    @property
    def side(self) -> Side:
        """It as one of two moments."""
        return _side(self.here.moment.number, self.decision, self.decision.exact, self.values)


def changes(db: Session, ring: KeyRing, closed: Closed, rules: Rules, known: Ledger) -> list[Draft]:
    """A release of each change; `known` is what was known before, and learns all."""
    here, drafts, before = closed.here, list[Draft](), _earlier(db, closed.here)
    for entry in closed.decision.entries if before else ():
        known.add(entry)
    for earlier, row in before:
        told = Told.from_json(json.loads(row.published))
        values = columns(db, ring, earlier.id).by_measure
        first = _side(earlier.number, told, exact_sums(ring, row, told), values)
        different = rules.different.get(earlier.phase, ())
        found = disclosure.compare(
            [one for one in rules.measures if one.has_mean and one.id not in different],
            first,
            closed.side,
            known,
            questionnaire=told.questionnaire,
        )
        for entry in found.entries:
            known.add(entry)
        change = Change(
            **here.names,
            moments=(earlier.number, here.moment.number),
            phases=(told.phase, here.moment.phase),
            closed=(told.closed, closed.day),
            shifts=found.shifts,
            withheld=found.withheld,
        )
        drafts.append(draft(ring, change, found.entries, {}, kind=CHANGE, scope_id=here.group.id))
    return drafts


def exact_sums(ring: KeyRing, row: Release, told: Told) -> Mapping[str, Sum]:
    """The sums of a stored release by measure id, of what it did not tell as a bound."""
    sealed = json.loads(ring.opened(row.sealed_sums, Place("release", row.id)))
    sums = {
        key.rpartition("/")[2]: Sum(Fraction(total), count)
        for key, (total, count) in sealed.items()
    }
    return disclosure.exact(told.figures, sums)


def _earlier(db: Session, here: Measured) -> Sequence[Row[Moment, Release]]:
    """The earlier moments of the group, in order, and what their closings told."""
    query = select(Moment, Release).join(Release, Release.moment_id == Moment.id)
    query = query.where(Moment.group_id == here.group.id, Moment.number < here.moment.number)
    return db.execute(query.where(Release.turn == 1).order_by(Moment.number)).all()


def _side(
    moment: int,
    told: Decision | Told,
    sums: Mapping[str, Sum],
    values: Mapping[str, Mapping[str, Fraction]],
) -> Side:
    figures = {one.measure: one for one in told.figures}
    reasons = {one.measure: one.reason for one in told.withheld}
    return Side(moment, figures, reasons, sums, values)
