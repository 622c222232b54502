"""Imports: questionnaires that an administrator uploads, looks at, and publishes within a day."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Row, String, Text, UniqueConstraint, delete, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.questionnaire import Fault, FaultyDefinition, Library, Questionnaire, following
from reflect.records import definitions
from reflect.records.base import Base, Id, Instant, belongs_to
from reflect.records.definitions import Definition
from reflect.records.engine import alone

TERM = timedelta(hours=24)
Import = Row[str, str, int, date]  # fingerprint, questionnaire, version, published


class Staged(Base):
    """A file without a fault that was uploaded and is not published yet; its owner's alone."""

    __tablename__ = "staged"
    __table_args__ = (UniqueConstraint("staff_id", "fingerprint"),)

    id: Mapped[Id]
    staff_id: Mapped[str] = mapped_column(belongs_to("staff"))
    fingerprint: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant, index=True)


def stage(db: Session, staff_id: str, fingerprint: str, text: str, at: datetime) -> str:
    """Keep an upload for a day; its id. The same once more is the same row, for a day again."""
    alone(db, f"staged {staff_id}")
    same = select(Staged).filter_by(staff_id=staff_id, fingerprint=fingerprint)
    row = db.scalars(same).one_or_none() or Staged(staff_id=staff_id, fingerprint=fingerprint)
    row.text, row.at = text, at
    db.add(row)
    db.flush()
    return row.id


def staged(db: Session, staff_id: str, row: str, at: datetime) -> Staged:
    """An upload of this member of staff; NoResultFound for another's and past its term."""
    own = select(Staged).where(Staged.id == row, Staged.staff_id == staff_id)
    return db.scalars(own.where(Staged.at > at - TERM)).one()


def waiting(db: Session, staff_id: str, at: datetime) -> Sequence[Staged]:
    """The uploads of this member of staff that are not published yet, the newest first."""
    published = select(Definition.fingerprint).where(Definition.published.is_not(None))
    own = select(Staged).where(Staged.staff_id == staff_id, Staged.at > at - TERM)
    unpublished = own.where(Staged.fingerprint.not_in(published))
    return db.scalars(unpublished.order_by(Staged.at.desc())).all()


def published(db: Session) -> Sequence[Import]:
    """Every import: fingerprint, questionnaire, version, day; what was merely kept is none."""
    columns = (Definition.fingerprint, Definition.questionnaire, Definition.version)
    day = Definition.published
    return db.execute(select(*columns, day).where(day.is_not(None))).all()  # type: ignore[return-value] # so no day is empty


def gather(db: Session, library: Library) -> None:
    """Put into a library what was published since; what another version has there stays out.

    Where the records cannot be reached, what is in the library already is all there is.
    """
    try:
        rows = published(db)
    except OperationalError:
        return
    for row in rows:
        if (row.questionnaire, row.version) not in library.versions:
            library.add(Questionnaire.from_json(definitions.body(db, row.fingerprint)))


def restore(db: Session, library: Library) -> None:
    """gather() at the start: FaultyDefinition where a file says other things than its import."""
    rows = published(db)
    clashes = [
        row
        for row in rows
        if library.versions.get((row.questionnaire, row.version), row.fingerprint)
        != row.fingerprint
    ]
    if clashes:
        raise FaultyDefinition([_clash(row, rows, library) for row in clashes])
    gather(db, library)


def _clash(row: Import, rows: Sequence[Import], library: Library) -> Fault:
    name = f"{row.questionnaire}-{row.version}"
    known = [f"{one.questionnaire}-{one.version}" for one in rows]
    known += [f"{one.id}-{one.version}" for one in library]
    message = (
        f"{name} was imported with another content, on {row.published}: take this file away, "
        f"or call it {row.questionnaire}-{following(row.questionnaire, known)}"
    )
    return Fault(f"{name}.json", 1, 1, "E601", "", message)


def claim(db: Session) -> None:
    """Nobody else publishes until this transaction ends: what is looked up now stays true."""
    alone(db, "definition")


def publish(db: Session, questionnaire: Questionnaire, day: date) -> bool:
    """From now on anybody may begin with it; False where that was so before. Under claim()."""
    kept = db.get_one(Definition, definitions.pin(db, questionnaire))
    if kept.published:
        return False
    kept.published = day
    db.flush()
    return True


def sweep(db: Session, at: datetime) -> None:
    """Uploads past their term are gone."""
    db.execute(delete(Staged).where(Staged.at <= at - TERM))
