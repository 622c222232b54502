"""What is to be told is written in short steps, under drafts that nobody is served before all is.

A step writes so few rows that who saves an answer meanwhile waits for a blink. The last makes
the drafts releases, all at once. Killed in between, the drafts tell nothing: the moment is still
closing and is drawn anew, and a later night clears them away.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, islice

from sqlalchemy import ColumnElement, Delete, Update, delete, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from reflect import disclosure
from reflect.records.base import Base
from reflect.records.engine import Database
from reflect.records.groups import Group, Moment
from reflect.records.releases.drafts import Drawn
from reflect.records.releases.membership import Stored
from reflect.records.releases.pace import Pace
from reflect.records.releases.pool import WAITS
from reflect.records.releases.tables import DRAFT, POOL, Member, Pool, Release
from reflect.records.responses import Contribution, Response

NIGHT = timedelta(days=1)  # longer than any closing takes

Step = tuple[type[Base], Sequence[Stored]]


def stage(database: Database, drawn: Drawn) -> None:
    """Write all of it as drafts, each step in a transaction of its own."""
    pace = Pace()
    for step in steps(drawn, pace):
        with pace.step(database) as db:
            lay(db, step)
    rows = iter(drawn.taken)
    while some := list(islice(rows, pace.rows)):
        with pace.step(database) as db:
            _take(db, drawn.drafts[0].release.id, some)


def steps(drawn: Drawn, pace: Pace | None = None) -> Iterator[Step]:
    """The rows of each step: the drafts, whom they are about, and who waits in the pool.

    They are made, and sealed, only when it is their turn.
    """
    pace = pace or Pace()
    drafts = [each.row for each in drawn.drafts]
    members = chain.from_iterable(each.members for each in drawn.drafts)
    pool = (row | {"release_id": drafts[0]["id"]} for row in drawn.pool)
    for table, whole in ((Release, iter(drafts)), (Member, members), (Pool, pool)):
        while rows := list(islice(whole, pace.rows)):
            yield table, rows


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
    left = select(Release.id, Release.scope).where(Release.id.in_(drafts), Release.kind == DRAFT)
    with database.reading() as db:
        untold = db.execute(left).all()
    _clear(database, untold)


def sweep(database: Database, day: date) -> None:
    """Take away the drafts of closings that were killed before this day, and what nobody opens."""
    with database.reading() as db:
        left = db.execute(select(Release).where(Release.kind == DRAFT)).scalars()
        old = [
            (one.id, one.scope)
            for one in left
            if _day(json.loads(one.published)["closed"]) < day - NIGHT
        ]
    _clear(database, old)
    drain(database)


def drain(database: Database) -> None:
    """Take away what a pool was told of, and what nobody can open: to groups without a key."""
    told = select(Release.id).where(Release.kind == POOL)
    _emptied(database, Pool.id, Pool.release_id.in_(told))
    over = select(Moment.id).join(Group, Moment.group_id == Group.id)
    over = over.where(Group.wrapped_key.is_(None))
    _emptied(database, Contribution.response_id, Contribution.moment_id.in_(over))


def _take(db: Session, draft: str, rows: Sequence[str]) -> None:
    """These rows of a pool wait no more; the draft for whom they go is that of a pool."""
    taken = update(Pool).where(Pool.id.in_(rows), WAITS).values(release_id=draft)
    db.connection().execute(taken)


def _clear(database: Database, drafts: Iterable[tuple[str, disclosure.Scope]]) -> None:
    """What was withheld for a draft of a group goes with it; what one of a pool took waits on."""
    for row, scope in drafts:
        _emptied(database, Member.subject, Member.release_id == row)
        left = delete(Pool) if scope == "group" else update(Pool).values(release_id=None)
        _stepped(database, left, Pool.id, Pool.release_id == row)
        _emptied(database, Release.id, Release.id == row)


def _emptied(
    database: Database, key: InstrumentedAttribute[str], which: ColumnElement[bool]
) -> None:
    _stepped(database, delete(key.class_), key, which)


def _stepped(
    database: Database,
    change: Delete | Update,
    key: InstrumentedAttribute[str],
    which: ColumnElement[bool],
) -> None:
    """Change a step at a time, until nothing is left. `key`: tells rows of `which` apart."""
    pace, gone, asked = Pace(), 1, 0
    while gone >= asked:
        asked = pace.rows
        some = select(key).where(which).limit(asked)
        with pace.step(database) as db:
            gone = db.connection().execute(change.where(which, key.in_(some))).rowcount


def _day(closed: str | list[str]) -> date:
    """The day of a release, and the last one of a change."""
    return date.fromisoformat(closed if isinstance(closed, str) else closed[-1])
