"""What is to be told is written in short steps, under drafts that nobody is served before all is.

A step writes so few rows that who saves an answer meanwhile waits for a blink. The last makes
the drafts releases, all at once. Killed in between, the drafts tell nothing: the moment is still
closing and is drawn anew, and a later night clears them away.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import Delete, delete, insert, select
from sqlalchemy.orm import Session

from reflect.records.base import Base
from reflect.records.engine import Database
from reflect.records.groups import Group, Moment
from reflect.records.releases.drafts import Drawn
from reflect.records.releases.ledger import Row
from reflect.records.releases.tables import DRAFT, Member, Pool, Release
from reflect.records.responses import Contribution, Response

STEP = 1_000  # rows
NIGHT = timedelta(days=1)  # longer than any closing takes

Step = tuple[type[Base], Sequence[Row]]


def stage(database: Database, drawn: Drawn) -> None:
    """Write all of it as drafts, each step in a transaction of its own."""
    for step in steps(drawn):
        with database.writing() as db:
            lay(db, step)
            db.commit()


def steps(drawn: Drawn) -> Iterator[Step]:
    """The rows of each step: the drafts, whom they are about, and who waits in the pool."""
    drafts = [each.row for each in drawn.drafts]
    members = [row for each in drawn.drafts for row in each.members]
    pool = [row | {"release_id": drafts[0]["id"]} for row in drawn.pool]
    for table, rows in ((Release, drafts), (Member, members), (Pool, pool)):
        for start in range(0, len(rows), STEP):
            yield table, rows[start : start + STEP]


def lay(db: Session, step: Step) -> None:
    """Write a step; of who was erased since it was drawn nothing is written."""
    table, rows = step
    if table is Pool:
        given = select(Response.id).where(Response.id.in_({row["response_id"] for row in rows}))
        there = set(db.scalars(given.with_for_update(read=True)))
        rows = [row for row in rows if row["response_id"] in there]
    if rows:
        db.connection().execute(insert(table), list(rows))  # as rows, not as objects: quicker


def clear(database: Database, drawn: Drawn) -> None:
    """Take away what did not become a release."""
    drafts = [each.release.id for each in drawn.drafts]
    with database.reading() as db:
        left = db.scalars(select(Release.id).where(Release.id.in_(drafts), Release.kind == DRAFT))
        untold = list(left)
    _clear(database, untold)


def sweep(database: Database, day: date) -> None:
    """Take away the drafts of closings that were killed before this day, and what nobody opens."""
    with database.reading() as db:
        left = db.execute(select(Release.id, Release.published).where(Release.kind == DRAFT))
        old = [row for row, body in left if _day(json.loads(body)["closed"]) < day - NIGHT]
    _clear(database, old)
    drain(database)


def drain(database: Database) -> None:
    """Take away the contributions to groups whose key was destroyed: nobody can open them."""
    over = select(Moment.id).join(Group, Moment.group_id == Group.id)
    over = over.where(Group.wrapped_key.is_(None))
    some = select(Contribution.response_id).where(Contribution.moment_id.in_(over)).limit(STEP)
    _emptied(database, delete(Contribution).where(Contribution.response_id.in_(some)))


def _clear(database: Database, drafts: Iterable[str]) -> None:
    for row in drafts:
        for table, key in ((Member, Member.subject), (Pool, Pool.id)):
            some = select(key).where(table.release_id == row).limit(STEP)
            _emptied(database, delete(table).where(table.release_id == row, key.in_(some)))
        _emptied(database, delete(Release).where(Release.id == row))


def _emptied(database: Database, step: Delete) -> None:
    """Delete a step at a time, until nothing is left."""
    gone = STEP
    while gone >= STEP:
        with database.writing() as db:
            gone = db.connection().execute(step).rowcount
            db.commit()


def _day(closed: str | list[str]) -> date:
    """The day of a release, and the last one of a change."""
    return date.fromisoformat(closed if isinstance(closed, str) else closed[-1])
