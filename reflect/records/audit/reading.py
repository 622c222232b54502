"""The audit log, read: by month and kind, page by page, the newest first; or all of it in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.orm import Session

from reflect.records.audit.actions import STAFF
from reflect.records.audit.tables import Line

A_PAGE = 50  # lines
AT_ONCE = 1000  # lines that are held while all are read


@dataclass(frozen=True)
class Page:
    """Some lines, and whether there are more."""

    lines: list[Line]
    goes_on: bool


def page(db: Session, *, today: date, month: date | None, kind: str, number: int) -> Page:
    """Lines of a month or of all, of a kind or ("") of all; number: 0, 1 ...

    Of persons until yesterday: whoever looked again and again would learn the hour.
    """
    wanted = select(Line).where(_shown(today))
    if month is not None:
        wanted = wanted.where(Line.day >= month, Line.day < following(month))
    if kind:
        wanted = wanted.where(Line.action.startswith(f"{kind}:"))
    order = (Line.day.desc(), Line.chain, Line.number.desc())
    some = wanted.order_by(*order).offset(number * A_PAGE).limit(A_PAGE + 1)
    found = list(db.scalars(some))
    return Page(found[:A_PAGE], goes_on=len(found) > A_PAGE)


def months(db: Session, today: date) -> list[date]:
    """The first day of each month of which there is anything to show, the newest first."""
    days = db.scalars(select(Line.day).where(_shown(today)).distinct())
    return sorted({day.replace(day=1) for day in days}, reverse=True)


def last(db: Session, action: str) -> Line | None:
    """The last time that this was done."""
    wanted = select(Line).where(Line.chain == STAFF, Line.action == action)
    return db.scalars(wanted.order_by(Line.number.desc()).limit(1)).one_or_none()


def every(db: Session, since: date | None = None, *, today: date | None = None) -> Iterator[Line]:
    """All lines, or those of a day and later, in order: first staff's, then persons'.

    today: for whoever may see no more than a page shows, of persons until yesterday.
    """
    wanted = (
        select(Line)
        .where(true() if today is None else _shown(today))
        .order_by(Line.chain.desc(), Line.number)
    )
    wanted = wanted.execution_options(yield_per=AT_ONCE)
    return iter(db.scalars(wanted if since is None else wanted.where(Line.day >= since)))


def following(month: date) -> date:
    """The first day of the next month."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _shown(today: date) -> ColumnElement[bool]:
    return or_(Line.chain == STAFF, Line.day < today)
