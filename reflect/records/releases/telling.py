"""What was told, as it is stored: JSON for Release.from_json, and for Change.from_json."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from reflect import disclosure
from reflect.disclosure import Change
from reflect.records.groups import Moment, Round
from reflect.records.releases.tables import CHANGE, Release

Told = dict[str, Any]


@dataclass(frozen=True)
class Picture:
    """All that was told of a moment: its closing, those who came later, set by set, and changes.

    A change comes with what was told of the earlier moment; the nearest is the last.
    """

    closing: disclosure.Release
    late: tuple[disclosure.Release, ...]
    since: tuple[tuple[Change, disclosure.Release], ...]


def picture(db: Session, moment: Round) -> Picture | None:
    """All that was told of a moment, until today; None until it is closed."""
    found = [disclosure.Release.from_json(told) for told in turns(db, moment.id)]
    if not found:
        return None
    closing, *late = found
    return Picture(closing, tuple(late), _since(db, moment))


def of_moment(db: Session, moment_id: str) -> Told | None:
    """What its closing told; None until the moment is closed."""
    return next(iter(_read(db, _of(moment_id).where(Release.turn == 1))), None)


def turns(db: Session, moment_id: str) -> list[Told]:
    """All sets of a moment that were told, in order: its closing, and those who came later."""
    return _read(db, _of(moment_id).order_by(Release.turn))


def changes(db: Session, group_id: str) -> list[Told]:
    """The changes of a group, for Change.from_json: by the later moment, then the earlier one."""
    told = _read(db, select(Release.published).filter_by(kind=CHANGE, scope_id=group_id))
    return sorted(told, key=lambda one: tuple(reversed(one["moments"])))


def _since(db: Session, moment: Round) -> tuple[tuple[Change, disclosure.Release], ...]:
    """The stored changes up to a moment; an evaluation has none."""
    if not isinstance(moment, Moment):
        return ()
    stored = map(Change.from_json, changes(db, moment.group_id))
    to_here = [change for change in stored if change.moments[1] == moment.number]
    return tuple((change, _closing(db, moment.group_id, change.moments[0])) for change in to_here)


def _closing(db: Session, group_id: str, number: int) -> disclosure.Release:
    told = select(Release.published).join(Moment, Release.moment_id == Moment.id)
    told = told.where(Moment.group_id == group_id, Moment.number == number, Release.turn == 1)
    return disclosure.Release.from_json(json.loads(db.scalars(told).one()))


def _of(moment_id: str) -> Select[str]:
    return select(Release.published).where(Release.moment_id == moment_id)


def _read(db: Session, query: Select[str]) -> list[Told]:
    return [json.loads(published) for published in db.scalars(query)]
