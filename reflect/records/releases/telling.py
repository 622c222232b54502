"""What was told, as it is stored: JSON for Release.from_json, and for Change.from_json."""

import json
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from reflect.records.releases.tables import CHANGE, Release

Told = dict[str, Any]


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


def _of(moment_id: str) -> Select[str]:
    return select(Release.published).where(Release.moment_id == moment_id)


def _read(db: Session, query: Select[str]) -> list[Told]:
    return [json.loads(published) for published in db.scalars(query)]
