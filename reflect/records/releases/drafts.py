"""What is to be told: decided and sealed beside any transaction, then written in a short one."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, inspect, select, update
from sqlalchemy.orm import Session

from reflect.disclosure import Change, Entry, Sum
from reflect.disclosure import Release as Told
from reflect.records.base import opaque
from reflect.records.releases.ledger import seen
from reflect.records.releases.membership import Members, Stored, members
from reflect.records.releases.tables import DRAFT, MOMENT, Release
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place


@dataclass(frozen=True)
class Draft:
    """One release, and the rows of whom it is about."""

    release: Release
    members: Members = field(repr=False)

    @property
    def row(self) -> Stored:
        """It as it is written at first: of no moment, and told to nobody."""
        columns = inspect(Release).column_attrs.keys()
        whole = {name: getattr(self.release, name) for name in columns}
        return whole | {"kind": DRAFT, "moment_id": None}


@dataclass(frozen=True)
class Drawn:
    """All that is to be written, and what it was decided on.

    `seen`: how much had been told; `held`: the rows that it is made of; `count`: how
    many, where none can come and some can go; `taken`: what of a pool it is made of.
    """

    seen: int
    held: frozenset[str]
    drafts: Sequence[Draft]
    pool: Iterable[Stored] = field(repr=False, default=())  # sealed when they are asked for
    count: int = 0
    taken: Sequence[str] = field(repr=False, default=())


def draft(
    ring: KeyRing,
    told: Told | Change,
    entries: Sequence[Entry],
    sums: Mapping[str, Sum],
    **where: Any,
) -> Draft:
    """A release of what was decided; sums: by the ledger's names; where: its other columns."""
    row = opaque()
    exact = {measure: (str(each.total), each.count) for measure, each in sums.items()}
    release = Release(
        id=row,
        questionnaire=told.questionnaire,
        published=json.dumps(told.to_json()),
        sealed_sums=ring.seal(json.dumps(exact).encode(), Place("release", row)),
        **{"kind": MOMENT, "moment_id": None, "turn": 1, "scope": "group", **where},
    )
    return Draft(release, members(release, entries))


def stands(db: Session, drawn: Drawn, held: frozenset[str] = frozenset(), count: int = 0) -> bool:
    """Whether all is still as it was decided on, and laid down; `held` and `count` as of now."""
    drafts = [each.release.id for each in drawn.drafts]
    laid = select(func.count()).where(Release.id.in_(drafts), Release.kind == DRAFT)
    if db.scalars(laid).one() != len(drafts):
        return False
    return (seen(db), held, count) == (drawn.seen, drawn.held, drawn.count)


def write(db: Session, drawn: Drawn) -> None:
    """Tell it: the drafts become releases."""
    for one in (each.release for each in drawn.drafts):
        told = update(Release).where(Release.id == one.id)
        db.execute(told.values(kind=one.kind, moment_id=one.moment_id))
