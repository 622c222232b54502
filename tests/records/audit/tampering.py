"""Whoever may write the database and has no key: what they could do to the audit log."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from sqlalchemy import delete, insert, select, text, update

from reflect.records import audit
from reflect.records.audit import Actor, Event, Head, Line
from reflect.records.audit.actions import PERSON, STAFF
from reflect.records.engine import Database, Session
from reflect.records.ring import KeyRing
from tests.records.making import AT, MINUTE

FIELDS = ("day", "at", "actor", "actor_id", "action", "thing", "detail", "result", "origin")
TRIGGERS = ("not_changed", "not_taken_off", "not_replaced", "head_not_taken_off")
LINES = 12
Tampering = Callable[[Session, Random], None]


def a_log(database: Database, ring: KeyRing) -> None:
    """A log of both chains, on SQLite, with its triggers out of the way."""
    with database.writing() as db:
        for number in range(LINES):
            who = Actor("staff", f"staff-{number % 3}")
            event = Event("group:made", who, f"group-{number}", "14")
            audit.note(db, ring, event, AT + number * MINUTE)
            audit.note(db, ring, Event("person:agreed"), AT)
        for trigger in TRIGGERS:
            db.execute(text(f"DROP TRIGGER audit_{trigger}"))
        db.commit()


def is_found(database: Database, ring: KeyRing, tamper: Tampering, chance: Random) -> bool:
    """Whether the check finds what is done; and that, it being undone, it finds nothing."""
    with database.writing() as db:
        tamper(db, chance)
        db.expunge_all()
        found = bool(audit.faults(db, ring))
        db.rollback()
        return found and not audit.faults(db, ring)


def edit(db: Session, chance: Random) -> None:
    _edit(db, *_somewhere(chance), chance)


def edit_and_hash_again(db: Session, chance: Random) -> None:
    chain, number = _somewhere(chance)
    _edit(db, chain, number, chance)
    _hash_again(db, chain)


def spoil_a_hash(db: Session, chance: Random) -> None:
    _change(db, *_somewhere(chance), hash=chance.randbytes(32))


def leave_out(db: Session, chance: Random) -> None:
    chain, number = _somewhere(chance)
    db.execute(delete(Line).where(Line.chain == chain, Line.number == number))


def leave_out_and_close_up(db: Session, chance: Random) -> None:
    chain, number = _somewhere(chance)
    db.execute(delete(Line).where(Line.chain == chain, Line.number == number))
    for later in range(number + 1, LINES + 1):
        _change(db, chain, later, number=later - 1)
    _hash_again(db, chain)
    db.execute(update(Head).where(Head.chain == chain).values(last=LINES - 1))


def take_off_the_tail(db: Session, chance: Random) -> None:
    chain, number = _somewhere(chance)
    db.execute(delete(Line).where(Line.chain == chain, Line.number >= number))
    db.execute(update(Head).where(Head.chain == chain).values(last=number - 1))


def take_off_the_beginning(db: Session, chance: Random) -> None:
    chain, number = _somewhere(chance)
    db.execute(delete(Line).where(Line.chain == chain, Line.number <= number))
    db.execute(update(Head).where(Head.chain == chain).values(dropped=number))


def turn_around(db: Session, chance: Random) -> None:
    chain = chance.choice((STAFF, PERSON))
    one, other = chance.sample(range(1, LINES + 1), 2)
    for number, to in ((one, 0), (other, one), (0, other)):
        _change(db, chain, number, number=to)


def put_in_at_the_end(db: Session, chance: Random) -> None:
    chain, number = _somewhere(chance)
    _copy(db, chain, number, LINES + 1)
    _hash_again(db, chain)
    db.execute(update(Head).where(Head.chain == chain).values(last=LINES + 1))


def put_in_between(db: Session, chance: Random) -> None:
    chain, number = _somewhere(chance)
    for later in range(LINES, number - 1, -1):
        _change(db, chain, later, number=later + 1)
    _copy(db, chain, LINES + 1, number)
    _hash_again(db, chain)


def add_a_chain(db: Session, chance: Random) -> None:
    _, number = _somewhere(chance)
    _change(db, STAFF, number, chain="other")


def lose_the_head(db: Session, chance: Random) -> None:
    db.execute(delete(Head).where(Head.chain == _somewhere(chance)[0]))


def lend_a_head(db: Session, chance: Random) -> None:
    chain, _ = _somewhere(chance)
    other = db.scalars(select(Head.sealed).where(Head.chain != chain)).one()
    db.execute(update(Head).where(Head.chain == chain).values(sealed=other))


def move_the_bare_head(db: Session, chance: Random) -> None:
    chain, number = _somewhere(chance)
    db.execute(update(Head).where(Head.chain == chain).values(dropped=number))


TAMPERINGS: tuple[Tampering, ...] = (
    *(edit, edit_and_hash_again, spoil_a_hash, leave_out, leave_out_and_close_up),
    *(take_off_the_tail, take_off_the_beginning, turn_around, put_in_at_the_end, put_in_between),
    *(add_a_chain, lose_the_head, lend_a_head, move_the_bare_head),
)


def _somewhere(chance: Random) -> tuple[str, int]:
    return chance.choice((STAFF, PERSON)), chance.randint(1, LINES)


def _change(db: Session, chain: str, number: int, /, **values: object) -> None:
    db.execute(update(Line).where(Line.chain == chain, Line.number == number).values(values))


def _edit(db: Session, chain: str, number: int, chance: Random) -> None:
    field = chance.choice(FIELDS)
    values = {"day": (AT - timedelta(chance.randint(1, 99))).date(), "at": AT - timedelta(hours=3)}
    _change(db, chain, number, **{field: values.get(field, f"x{chance.random()}"[:9])})


def _copy(db: Session, chain: str, number: int, to: int) -> None:
    rows = select(Line.__table__).where(Line.chain == chain, Line.number == number)
    row = dict(db.execute(rows).mappings().one())
    db.execute(insert(Line).values(row | {"number": to}))


def _hash_again(db: Session, chain: str) -> None:
    previous = bytes(32)
    for line in db.scalars(select(Line).where(Line.chain == chain).order_by(Line.number)):
        previous = line.digest(previous)
        _change(db, chain, line.number, hash=previous)
