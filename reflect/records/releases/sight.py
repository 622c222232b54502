"""What a member of staff may see of several groups: their closings, and unions of them."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from reflect.records.groups import Group, Moment
from reflect.records.releases.tables import UNION, Release

Told = dict[str, Any]


class United(NamedTuple):
    """What a union told, and of what: a trainer or an organisation by id, "" of all."""

    id: str
    scope_id: str
    told: Told


@dataclass(frozen=True)
class Sight:
    """Who looks: a trainer sees groups of their own, an administrator all of an organisation.

    `trains` and `administers` are ids of organisations. What unions of an organisation tell is
    for everybody who works there, and what those of all tell is for all staff.
    """

    staff_id: str
    trains: Collection[str] = ()
    administers: Collection[str] = ()

    @property
    def groups(self) -> ColumnElement[bool]:
        """The groups whose pictures these eyes see."""
        own = and_(Group.staff_id == self.staff_id, Group.organisation_id.in_(self.trains))
        return or_(own, Group.organisation_id.in_(self.administers))

    @property
    def unions(self) -> ColumnElement[bool]:
        """The unions they see; of own groups only while none is of a house that they left."""
        elsewhere = Group.organisation_id.not_in(self.trains)
        has_left = exists().where(Group.staff_id == self.staff_id, elsewhere)
        own = and_(Release.scope == "trainer", Release.scope_id == self.staff_id, ~has_left)
        houses = [*self.trains, *self.administers]
        here = and_(Release.scope == "organisation", Release.scope_id.in_(houses))
        return and_(Release.kind == UNION, or_(own, here, Release.scope == "all"))


def closings(db: Session, sight: Sight) -> list[tuple[str, Told]]:
    """What each closing of a measurement told, with the id of its organisation; one query.

    Evaluations are left out: they are about a training and whoever gave it, not about groups.
    """
    told = select(Group.organisation_id, Release.published)
    told = told.join(Moment, Moment.group_id == Group.id)
    told = told.join(Release, Release.moment_id == Moment.id)
    rows = db.execute(told.where(Release.turn == 1, sight.groups))
    return [(organisation_id, json.loads(published)) for organisation_id, published in rows]


def unions(db: Session, sight: Sight) -> list[United]:
    """The newest union of each scope, questionnaire, moment and phase; one query."""
    newest = {}
    for row in db.scalars(select(Release).where(sight.unions).order_by(Release.turn)):
        told = json.loads(row.published)
        place = row.scope, row.scope_id, told["questionnaire"], told["moment"], told["phase"]
        newest[place] = United(row.id, row.scope_id, told)
    return [newest[place] for place in sorted(newest)]


def union(db: Session, sight: Sight, release_id: str) -> Told:
    """One union, be it the newest or not; NoResultFound for what these eyes do not see."""
    seen = select(Release.published).where(Release.id == release_id, sight.unions)
    told: Told = json.loads(db.scalars(seen).one())
    return told
