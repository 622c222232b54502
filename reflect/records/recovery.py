"""Recovery by e-mail: chosen, proven, and then a second way to the person's key; and off again."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import LargeBinary, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import codes, outbox, terms
from reflect.records.addresses import Mailbox
from reflect.records.base import DIGEST, UNORDERED, Base, Id, Instant, belongs_to, opaque
from reflect.records.codes import NotACode
from reflect.records.forgetting import forgotten
from reflect.records.outbox import Claimed, Letter
from reflect.records.people import Opened
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place

LIVES = terms.MAIL_SECRET.length  # of a check code, and of a link
ASKED = "asked"


class Recovery(Base):
    """A mailbox whose reader may open a person's answers, because that person wished it."""

    __tablename__ = "recovery"
    __table_args__ = UNORDERED

    id: Mapped[Id]
    person_id: Mapped[str] = mapped_column(belongs_to("person"), unique=True)
    lookup: Mapped[bytes] = mapped_column(LargeBinary(DIGEST), index=True)
    sealed_email: Mapped[bytes] = mapped_column(LargeBinary)
    wrapped_key: Mapped[bytes | None] = mapped_column(LargeBinary)  # none before it is proven
    secret_hash: Mapped[bytes | None] = mapped_column(LargeBinary(32), unique=True)
    until: Mapped[datetime | None] = mapped_column(Instant)  # of that secret: check code or link


@dataclass(frozen=True)
class Choice:
    """What somebody chose: the address, and whether it was proven."""

    email: str = field(repr=False)
    is_on: bool


def of(db: Session, ring: KeyRing, person_id: str) -> Choice | None:
    """What this person chose; None when nothing."""
    row = db.scalars(select(Recovery).filter_by(person_id=person_id)).one_or_none()
    return Choice(_email(row, ring), row.wrapped_key is not None) if row else None


def begin(db: Session, ring: KeyRing, me: Opened, box: Mailbox, at: datetime) -> None:
    """A check code goes to the address; before it is typed, the address opens nothing."""
    off(db, ring, me.person_id, box.language, at)
    row, code = opaque(), codes.join()
    db.add(
        Recovery(
            id=row,
            person_id=me.person_id,
            lookup=ring.digest("recovery", box.email),
            sealed_email=ring.seal(box.email.encode(), Place("recovery", row)),
            secret_hash=ring.digest("check code", f"{row} {codes.read(code, codes.JOIN)}"),
            until=at + LIVES,
        )
    )
    db.flush()
    letter = Letter("confirm", box.email, box.language, code=code, until=at + LIVES)
    outbox.put(db, ring, letter, key=f"confirm {row}", at=at)


def confirm(db: Session, ring: KeyRing, me: Opened, typed: str, at: datetime) -> bool:
    """Switch it on: the check code was read in the mailbox. False, and nothing done: it was not."""
    pending = select(Recovery).where(Recovery.person_id == me.person_id)
    pending = pending.where(Recovery.wrapped_key.is_(None), Recovery.until > at)
    row = db.scalars(pending.with_for_update()).one_or_none()
    if row is None or not _is_right(ring, row, typed):
        return False
    row.wrapped_key = ring.wrap(me.key, _wraps(row))
    row.secret_hash = row.until = None
    db.flush()
    return True


def off(db: Session, ring: KeyRing, person_id: str, language: str, at: datetime) -> bool:
    """The wrap is destroyed, and where it opened anything, that is told; False without one."""
    chosen = select(Recovery).filter_by(person_id=person_id).with_for_update()
    row = db.scalars(chosen).one_or_none()
    if row is None:
        return False
    silence(db, ring, person_id)
    if row.wrapped_key is not None:
        letter = Letter("off", _email(row, ring), language)
        outbox.put(db, ring, letter, key=f"off {person_id}", at=at)
    forgotten(db, "recovery", row.id)
    db.delete(row)
    db.flush()
    return True


def silence(db: Session, ring: KeyRing, person_id: str) -> None:
    """Nothing that waits to be mailed to this person about getting back in goes any more."""
    keys = [f"off {person_id}", f"used {person_id}"]
    row = db.scalars(select(Recovery).filter_by(person_id=person_id)).one_or_none()
    if row is not None:
        keys += [f"confirm {row.id}", f"{ASKED} {_email(row, ring)}"]
    outbox.drop(db, ring, keys)


def ask(db: Session, ring: KeyRing, box: Mailbox, at: datetime) -> None:
    """Somebody lost a code: what comes of it is found out later, so that nobody can tell here."""
    letter = Letter(ASKED, box.email, box.language, until=at + LIVES)
    outbox.put(db, ring, letter, key=f"{ASKED} {box.email}", at=at)


def answer(db: Session, ring: KeyRing, claimed: Claimed, at: datetime) -> Claimed:
    """What to write to who asked: a link that works once for each person of the address, or none.

    The answer stands in the outbox from now on; each try says the same.
    """
    asked = claimed.letter
    lookups = ring.digests("recovery", asked.to)
    proven = select(Recovery).where(Recovery.lookup.in_(lookups), Recovery.wrapped_key.is_not(None))
    tokens = []
    for row in db.scalars(proven.order_by(Recovery.id).with_for_update()):
        tokens.append(secrets.token_urlsafe(32))
        row.secret_hash, row.until = _hash(tokens[-1]), at + LIVES
    db.flush()
    kind = "found" if tokens else "unknown"
    letter = replace(asked, kind=kind, tokens=tuple(tokens), until=at + LIVES)
    return outbox.rewrite(db, ring, claimed.id, letter)


def may_open(db: Session, token: str, at: datetime) -> bool:
    """Whether a link still works; to look uses nothing up, so a mail scanner may."""
    held = select(Recovery.id).where(Recovery.secret_hash == _hash(token), Recovery.until > at)
    return db.scalars(held).first() is not None


def open(  # noqa: A001 - the verb people know
    db: Session, ring: KeyRing, token: str, language: str, at: datetime
) -> Opened:
    """The person of a link, which is used up; the mailbox is told. Raises NoResultFound."""
    held = select(Recovery).where(Recovery.secret_hash == _hash(token), Recovery.until > at)
    row = db.scalars(held.where(Recovery.wrapped_key.is_not(None)).with_for_update()).one()
    row.secret_hash = row.until = None
    db.flush()
    letter = Letter("used", _email(row, ring), language)
    outbox.put(db, ring, letter, key=f"used {row.person_id}", at=at)
    return Opened(row.person_id, ring.opened(row.wrapped_key or b"", _wraps(row)))


def sweep(db: Session, at: datetime) -> None:
    """What was never proven is gone, and so are links that lapsed."""
    lapsed = Recovery.until <= at
    db.execute(delete(Recovery).where(lapsed, Recovery.wrapped_key.is_(None)))
    db.execute(update(Recovery).where(lapsed).values(secret_hash=None, until=None))


def _email(row: Recovery, ring: KeyRing) -> str:
    return ring.opened(row.sealed_email, Place("recovery", row.id)).decode()


def _wraps(row: Recovery) -> Place:
    return Place("recovery", row.id, row.person_id)


def _is_right(ring: KeyRing, row: Recovery, typed: str) -> bool:
    """Whether this is the check code; it is short, so its hash needs a key, be it an older one."""
    try:
        read = codes.read(typed, codes.JOIN)
    except NotACode:
        return False
    right = ring.digests("check code", f"{row.id} {read}")
    return any(hmac.compare_digest(row.secret_hash or b"", one) for one in right)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
