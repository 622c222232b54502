"""An estate: what an organisation, or all of them, may take along; nothing of it is of a person.

Of what groups were told it is what an administrator of those organisations sees on pages. So
evaluations, which are about a training and for whoever gave it, are left to their trainers.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from reflect.disclosure import Release as Told
from reflect.records import employment, organisations
from reflect.records.definitions import Definition
from reflect.records.groups import Group, Moment, Round
from reflect.records.organisations import Organisation
from reflect.records.releases import Picture, Release, Sight, picture
from reflect.records.ring import KeyRing

AT_ONCE = 500  # rows that are held while all are read


class StaffRow(NamedTuple):
    """A role of a member of staff; the role is empty of who has groups here, and no access."""

    staff: str
    email: str
    organisation: str
    role: str
    state: str


class GroupRow(NamedTuple):
    """A group as its trainer made it: no code, and not how many joined."""

    id: str
    organisation: str
    name: str
    trainer: str
    questionnaire: str
    version: int
    cap: int
    created: date
    combined: str | None


class MomentRow(NamedTuple):
    """A moment, or an evaluation: when it was, and whether what it told is in the estate."""

    id: str
    group: str
    kind: str
    number: int
    phase: str
    state: str
    deadline: date | None
    opened: date | None
    closed: date | None


@dataclass(frozen=True)
class Estate:
    """All of it, read row by row by one session: what it gives is of one moment."""

    db: Session
    organisations: tuple[Organisation, ...]
    only: str | None = None  # the id of the one it is of

    @property
    def sight(self) -> Sight:
        """The eyes of who administers these organisations."""
        return Sight("", administers=[one.id for one in self.organisations])

    def staff(self, ring: KeyRing, at: datetime) -> Iterator[StaffRow]:
        """Who works there, a row for each role; and who has groups there still."""
        names = {one.name: one.id for one in self.organisations}
        trainers = set(self.db.scalars(select(Group.staff_id).where(self.sight.groups).distinct()))
        for one in employment.every(self.db, ring, at):
            here = [post for post in one.posts if post.organisation in names]
            for post in here:
                yield StaffRow(one.id, one.email, names[post.organisation], post.name, one.state)
            if not here and one.id in trainers:
                yield StaffRow(one.id, one.email, "", "", "ended")

    def groups(self) -> Iterator[GroupRow]:
        """The groups, with the questionnaire that they began with."""
        columns = (Group.id, Group.organisation_id, Group.name, Group.staff_id)
        asked = (Definition.questionnaire, Definition.version)
        rows = select(*columns, *asked, Group.cap, Group.created, Group.combined)
        rows = rows.join(Definition, Definition.fingerprint == Group.fingerprint)
        return (GroupRow(*row) for row in self._each(rows.order_by(Group.id)))

    def moments(self) -> Iterator[MomentRow]:
        """Their moments and evaluations, in order."""
        when = (Round.state, Round.deadline, Round.opened, Round.closed)
        rows = select(Round.id, Round.group_id, Round.kind, Round.number, Round.phase, *when)
        rows = rows.join(Group, Round.group_id == Group.id)
        ordered = rows.order_by(Round.group_id, Round.kind.desc(), Round.number)
        return (MomentRow(*row) for row in self._each(ordered))

    def pictures(self) -> Iterator[tuple[str, Picture]]:
        """What each closed moment told, with the id of the moment."""
        closed = select(Moment.id).join(Release, Release.moment_id == Moment.id)
        closed = closed.join(Group, Moment.group_id == Group.id).where(Release.turn == 1)
        for (moment_id,) in self._each(closed.order_by(Moment.id)):
            told = picture(self.db, self.db.get_one(Moment, moment_id))
            if told is not None:
                yield moment_id, told

    def unions(self) -> Iterator[tuple[str, str, Told]]:
        """What several groups were told together: its id, the id of what it is of, and what."""
        rows = select(Release.id, Release.scope_id, Release.published).where(self.sight.unions)
        for row, of, published in self._stream(rows.order_by(Release.id)):
            yield row, of, Told.from_json(json.loads(published))

    def definitions(self) -> Iterator[str]:
        """The JSON of every version that anybody ever began with, whatever the organisation."""
        rows = select(Definition.body).order_by(Definition.questionnaire, Definition.version)
        return (body for (body,) in self._stream(rows))

    def _each(self, rows: Select[*tuple[Any, ...]]) -> Iterator[Any]:
        return self._stream(rows.where(self.sight.groups))

    def _stream(self, rows: Select[*tuple[Any, ...]]) -> Iterator[Any]:
        return iter(self.db.execute(rows.execution_options(yield_per=AT_ONCE)))


def estate(db: Session, organisation_id: str | None = None) -> Estate:
    """That of an organisation, or all there is; raises NoResultFound."""
    if organisation_id is None:
        return Estate(db, tuple(organisations.every(db)))
    return Estate(db, (organisations.one(db, organisation_id),), organisation_id)
