"""Persons: a random id, a code that opens, a key. No name, no address."""

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import LargeBinary, String, bindparam, delete, select, update
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import codes, sealing
from reflect.records.base import DIGEST, UNORDERED, Base, Id, opaque
from reflect.records.codes import NotACode
from reflect.records.forgetting import forgotten
from reflect.records.prepared import Prepared
from reflect.records.ring import PERSON, KeyRing
from reflect.records.sealing import Place


class Person(Base):
    """Somebody who reflects; only the code, which is not here, opens the key."""

    __tablename__ = "person"
    __table_args__ = UNORDERED

    id: Mapped[Id]
    lookup: Mapped[bytes] = mapped_column(LargeBinary(DIGEST), unique=True)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)
    language: Mapped[str] = mapped_column(String(5))
    since: Mapped[date]
    sealed_contact: Mapped[bytes | None] = mapped_column(LargeBinary)


CONTACT = Prepared(select(Person.sealed_contact).where(Person.id == bindparam("person")))


@dataclass(frozen=True)
class Opened:
    """A person whose key is at hand; who holds this may read that person's answers."""

    person_id: str
    key: bytes = field(repr=False)


def create(
    db: Session, ring: KeyRing, *, language: str, at: datetime, code: str = ""
) -> tuple[Person, bytes, str]:
    """A new person, the person's key, and the code, which is shown once and kept nowhere.

    code: one that was made before, so that the same form sent twice makes one person.
    """
    key, code, row = sealing.key(), code or codes.personal(), opaque()
    lookup, wrapped = _locked(ring, row, key, code)
    person = Person(
        id=row,
        lookup=lookup,
        wrapped_key=wrapped,
        language=language,
        since=at.date(),
        sealed_contact=_tied(Opened(row, key), ""),
    )
    db.add(person)
    db.flush()
    return person, key, code


def open(db: Session, ring: KeyRing, code: str) -> Opened:  # noqa: A001 - the verb people know
    """The person whose code was typed; raises NoResultFound."""
    try:
        read = codes.read(code, codes.PERSONAL)
    except NotACode:
        raise NoResultFound from None
    found = select(Person.id, Person.wrapped_key)
    row, wrapped = db.execute(found.where(Person.lookup.in_(ring.digests(PERSON, read)))).one()
    return Opened(row, sealing.opened(_code_key(read), wrapped, Place("person", row)))


def recognised(db: Session, ring: KeyRing, code: str) -> Opened | None:
    """The person whose code was typed, or None: for a page that asks again."""
    try:
        return open(db, ring, code)
    except NoResultFound:
        return None


def carry_over(db: Session, ring: KeyRing, me: Opened, code: str) -> None:
    """From now on the newest key finds this person, who just typed the code: nobody else knows it.

    Until then an older key does.
    """
    read = codes.read(code, codes.PERSONAL)
    lookup, found = ring.digest(PERSON, read), ring.digests(PERSON, read)  # renewed: found no more
    mine = update(Person).where(Person.id == me.person_id, Person.lookup.in_(found))
    db.execute(mine.where(Person.lookup != lookup).values(lookup=lookup))


def renew_code(db: Session, ring: KeyRing, person_id: str, person_key: bytes) -> str:
    """A new code; the old one opens nothing any more."""
    code = codes.personal()
    lookup, wrapped = _locked(ring, person_id, person_key, code)
    changed = update(Person).where(Person.id == person_id)
    db.execute(changed.values(lookup=lookup, wrapped_key=wrapped))
    return code


def contact(db: Session, me: Opened) -> str:
    """The id of the address where this person wants reminders; empty when there is none."""
    (sealed,) = CONTACT.one(db, {"person": me.person_id})
    return sealing.opened(me.key, sealed, _ties(me)).decode() if sealed else ""


def tie(db: Session, me: Opened, contact_id: str) -> None:
    """Remember that id, or that there is none: both look alike to whoever has not the key."""
    changed = update(Person).where(Person.id == me.person_id)
    db.execute(changed.values(sealed_contact=_tied(me, contact_id)))


def is_there(db: Session, person_id: str) -> bool:
    """Whether somebody is known by this id, and was not erased."""
    return db.scalars(select(Person.id).where(Person.id == person_id)).first() is not None


def is_empty(db: Session) -> bool:
    """Whether nobody is known here."""
    return db.scalars(select(Person.id).limit(1)).first() is None


def speak(db: Session, person_id: str, language: str) -> None:
    """From now on this person is written to in this language."""
    db.execute(update(Person).where(Person.id == person_id).values(language=language))


def erase(db: Session, person_id: str) -> None:
    """The person and all that hangs on the person; releases, which are about five, stay."""
    forgotten(db, "person", person_id)
    db.execute(delete(Person).where(Person.id == person_id))


def _tied(me: Opened, contact_id: str) -> bytes:
    return sealing.seal(me.key, contact_id.encode(), _ties(me))


def _ties(me: Opened) -> Place:
    return Place("person", me.person_id, owner="contact")


def _locked(ring: KeyRing, row: str, key: bytes, code: str) -> tuple[bytes, bytes]:
    read = codes.read(code, codes.PERSONAL)
    wrapped = sealing.wrap(_code_key(read), key, Place("person", row))
    return ring.digest(PERSON, read), wrapped


def _code_key(code: str) -> bytes:
    return sealing.derive(code.encode(), "personal code")
