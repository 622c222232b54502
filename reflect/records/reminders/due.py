"""What is to be said becomes letters: at most two about a moment, to who has not submitted."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Select, delete, or_, select
from sqlalchemy.orm import Session

from reflect.records import outbox
from reflect.records.engine import alone
from reflect.records.groups import Moment
from reflect.records.groups.tables import OPEN, PLANNED
from reflect.records.outbox import Letter, Outbox
from reflect.records.reminders.contacts import Recipient, recipient
from reflect.records.reminders.tables import REMINDERS, Contact, Wish
from reflect.records.reminders.wishes import BEFORE, key
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable

PORTION = 100  # addresses


def enqueue(db: Session, ring: KeyRing, at: datetime) -> list[str]:
    """A letter for each wish of a portion that is due; what is said is wished no more.

    A portion, for whoever saves something waits meanwhile; of whole addresses, so that one that
    was given twice gets one letter. What cannot be opened keeps nobody else waiting: it is told,
    in a line each.
    """
    troubles = []
    alone(db, REMINDERS)
    ready = _ready(at.date())
    some = ready.with_only_columns(Contact.lookup).distinct().limit(PORTION)
    ready = ready.where(Contact.lookup.in_(some)).with_for_update(of=Wish)
    for wish, moment, contact in db.execute(ready).all():
        kind = _due(wish, moment, at.date())
        try:
            letter = _letter(kind, recipient(contact, ring), moment)
            outbox.put(db, ring, letter, key=key(kind, moment.id, letter.to), at=at)
        except Unreadable as fault:
            troubles.append(f"a reminder cannot be sent: {fault}")
    sweep(db)
    return troubles


def are_due(db: Session, at: datetime) -> bool:
    """Whether another portion waits."""
    return db.execute(_ready(at.date()).limit(1)).first() is not None


def sweep(db: Session) -> None:
    """Wishes of what is over, or said, and addresses without a wish or a letter, are gone."""
    alone(db, REMINDERS)
    over = select(Moment.id).where(Moment.state.not_in((PLANNED, OPEN)))
    said = ~or_(Wish.opening, Wish.shortly)
    db.execute(delete(Wish).where(or_(Wish.moment_id.in_(over), said)))
    wished, waiting = select(Wish.contact_id), select(Outbox.contact_id)
    waiting = waiting.where(Outbox.contact_id.is_not(None))
    db.execute(delete(Contact).where(Contact.id.not_in(wished), Contact.id.not_in(waiting)))


def _ready(today: date) -> Select[Wish, Moment, Contact]:
    is_near = Wish.shortly & (Moment.deadline <= today + BEFORE)
    ready = select(Wish, Moment, Contact).join(Moment, Wish.moment_id == Moment.id)
    ready = ready.join(Contact, Wish.contact_id == Contact.id)
    return ready.where(Moment.state == OPEN, Wish.opening | is_near)


def _due(wish: Wish, moment: Moment, today: date) -> str:
    """What to say of an open moment now; never both, where it opens shortly before it closes."""
    near = moment.deadline is None or today >= moment.deadline - BEFORE
    kind = "opening" if wish.opening else "shortly"
    wish.opening, wish.shortly = False, wish.shortly and not near
    return kind


def _letter(kind: str, to: Recipient, moment: Moment) -> Letter:
    """It goes no later than the last day: after that there is nothing to fill in for the group."""
    last = moment.deadline
    until = datetime.combine(last + timedelta(days=1), time(), UTC) if last else None
    return Letter(kind, to.email, to.language, stop=to.stop, contact=to.contact_id, until=until)
