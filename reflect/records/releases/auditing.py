"""Everything that was ever told, as the ledger and the unions have it: for whoever checks it."""

import json
from collections import Counter

from sqlalchemy import select
from sqlalchemy.orm import Session

from reflect.disclosure import Cell, Entry
from reflect.records.releases.ledger import TOLD, Told, entries
from reflect.records.releases.tables import UNION, Release

Named = dict[tuple[str, str], Entry]
"""A release and a measure, as the ledger names it -> the entry of that mean."""


def everything(db: Session) -> list[Entry]:
    """What was told of sets, changes and distributions, and every union written out."""
    told = dict(entries(db, TOLD))
    return [*told.values(), *_unions(db, _means(db, told))]


def _means(db: Session, told: dict[Told, Entry]) -> Named:
    named: Named = {}
    for row, listed in db.execute(
        select(Release.id, Release.entries).where(TOLD, Release.kind != UNION)
    ):
        for number, signs in enumerate(json.loads(listed)):
            if len(signs) == 1:
                named[row, *signs] = told[row, number]
    return named


def _unions(db: Session, means: Named) -> list[Entry]:
    found = []
    for listed in db.scalars(select(Release.entries).where(Release.kind == UNION)):
        union = json.loads(listed)
        for measure, left in union["without"].items():
            total: Counter[Cell] = Counter()
            for number, part in enumerate(union["parts"]):
                if number not in left:
                    total.update(means[part, measure].coefficients)
            found.append(Entry.of(total))
    return found
