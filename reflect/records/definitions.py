"""Questionnaires as they were used: each version kept by its fingerprint, never changed."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Index, Row, String, Text, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.questionnaire import Questionnaire
from reflect.records.base import Base
from reflect.records.engine import alone

IMPORTED = text("published IS NOT NULL")


class Definition(Base):
    """A version of a questionnaire that somebody began with, or that an administrator published."""

    __tablename__ = "definition"
    __table_args__ = (
        Index(
            "uq_definition_published",
            *("questionnaire", "version"),
            unique=True,  # of what is published, a version has one content
            sqlite_where=IMPORTED,
            postgresql_where=IMPORTED,
        ),
    )

    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    questionnaire: Mapped[str] = mapped_column(String(100), index=True)
    version: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    published: Mapped[date | None]  # the day of its import; empty for what was kept at first use


def keep(db: Session, definition: Definition) -> None:
    """Kept at its first use; again is nothing. To be called before a group or response begins."""
    if db.get(Definition, definition.fingerprint) is None:
        alone(db, "definition")  # two first uses at once: the second finds it
        db.merge(definition)
        db.flush()


def pin(db: Session, questionnaire: Questionnaire) -> str:
    """keep() of a questionnaire as it is now; gives the fingerprint to begin with."""
    fingerprint = questionnaire.fingerprint
    row = Definition(
        fingerprint=fingerprint,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        body=questionnaire.canonical,
    )
    keep(db, row)
    return fingerprint


def body(db: Session, fingerprint: str) -> str:
    """The JSON of that version; raises NoResultFound."""
    return db.scalars(select(Definition.body).where(Definition.fingerprint == fingerprint)).one()


def versions(db: Session, questionnaire: str) -> Sequence[Row[int, str]]:
    """Every version of an id that was ever kept, with its fingerprint."""
    kept = select(Definition.version, Definition.fingerprint)
    return db.execute(kept.where(Definition.questionnaire == questionnaire)).all()
