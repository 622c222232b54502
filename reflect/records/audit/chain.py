"""The chain: a line is added to its end, and whole months go from its beginning."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from reflect.records import terms
from reflect.records.audit.actions import CHAINS, PERSON, Event, plain
from reflect.records.audit.tables import Ends, Head, Line
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable


def begin(db: Session, ring: KeyRing) -> bool:
    """An empty log, once; whether it was made now. Where there are lines, a head was taken off."""
    if any(db.scalars(select(column).limit(1)).first() for column in (Head.chain, Line.chain)):
        return False
    for chain in CHAINS:
        head = Head(chain=chain)
        head.place(Ends(), ring)
        db.add(head)
    db.flush()
    return True


def note(db: Session, ring: KeyRing, event: Event, at: datetime) -> None:
    """Add a line, in the transaction of what it tells; the last thing before its commit.

    The head is locked until then, so whoever waits for it waits for nothing else, and the chain
    has one end. Raises Unreadable where the head is gone or not of these keys.
    """
    head = _head(db, event.chain)
    ends = head.ends(ring)
    line = Line(
        chain=event.chain,
        number=ends.last + 1,
        day=at.date(),
        at=None if event.chain == PERSON else at,
        actor=PERSON if event.chain == PERSON else event.actor.kind,
        actor_id=event.actor.id,
        action=event.action,
        thing=plain(event.thing),
        detail=plain(event.detail),
        result=event.result,
        origin=event.actor.origin,
    )
    line.hash = line.digest(bytes.fromhex(ends.hash))
    db.add(line)
    db.flush()  # the trigger lets in what comes after the head, so the head moves afterwards
    head.place(replace(ends, last=line.number, hash=line.hash.hex()), ring)
    db.flush()


def drop(db: Session, ring: KeyRing, day: date) -> None:
    """Whole months past their term go; the head keeps the hash from which the chain goes on.

    What is no whole chain is left as it is: whoever checks it shall find it.
    """
    for chain in CHAINS:
        head = _head(db, chain)
        ends, here = head.ends(ring), Line.chain == chain
        kept = select(func.min(Line.number)).where(here, Line.day >= _kept_from(day))
        first = db.scalars(kept).one()
        dropped = ends.last if first is None else first - 1
        anchor = db.scalars(select(Line.hash).where(here, Line.number == dropped)).one_or_none()
        if dropped > ends.dropped and anchor is not None:
            head.place(replace(ends, dropped=dropped, anchor=anchor.hex()), ring)
            db.flush()
            db.execute(delete(Line).where(here, Line.number <= dropped))


def _kept_from(day: date) -> date:
    """The first day of the month that is so many months ago."""
    years, month = divmod(day.year * 12 + day.month - 1 - terms.AUDIT.count, 12)
    return date(years, month + 1, 1)


def _head(db: Session, chain: str) -> Head:
    """The head as it is now, for this transaction alone."""
    wanted = select(Head).where(Head.chain == chain).with_for_update()
    head = db.scalars(wanted.execution_options(populate_existing=True)).one_or_none()
    if head is None:
        raise Unreadable(f"the head of the audit log of {chain} is gone")
    return head
