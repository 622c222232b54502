"""The tables of releases: release, member (the ledger), pool."""

from datetime import date

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reflect import disclosure
from reflect.records.base import UNORDERED, Base, Id, belongs_to

MOMENT, POOL, CHANGE, UNION = "moment", "pool", "change", "union"
DRAFT = "draft"  # not told yet: nothing but what writes it may see it
SUBJECT = 64  # hex digits of HMAC-SHA256


class Release(Base):
    """What was told about people: made once, served for ever, never computed again.

    The first turn of a moment is its closing; a set of late responses has a later turn. A pool,
    a change and a union belong to no moment: what was told is of a group, of the groups of a
    trainer or of an organisation, or of all. A union has no members; its entries name its parts.
    """

    __tablename__ = "release"
    __table_args__ = (UniqueConstraint("moment_id", "turn"),)

    id: Mapped[Id]
    moment_id: Mapped[str | None] = mapped_column(ForeignKey("moment.id"))
    turn: Mapped[int] = mapped_column(default=1)
    kind: Mapped[str] = mapped_column(String(10), default=MOMENT)
    questionnaire: Mapped[str] = mapped_column(String(100), index=True)
    scope: Mapped[disclosure.Scope] = mapped_column(String(12), default="group")
    scope_id: Mapped[str] = mapped_column(String(22), index=True)  # empty: of all
    published: Mapped[str] = mapped_column(Text)
    entries: Mapped[str] = mapped_column(Text)  # JSON list, as releases/ledger.py tells
    sealed_sums: Mapped[bytes] = mapped_column(LargeBinary)


class Member(Base):
    """A subject in a release: no foreign key to a person, so that it outlives erasure."""

    __tablename__ = "member"
    __table_args__ = UNORDERED

    release_id: Mapped[str] = mapped_column(belongs_to("release"), primary_key=True)
    subject: Mapped[str] = mapped_column(String(SUBJECT), primary_key=True, index=True)
    exceptions: Mapped[str | None] = mapped_column(Text)  # JSON: entry number -> times, if not 1


class Pool(Base):
    """What too few gave: kept under the organisation's pool key until it is enough, or a year.

    It waits once the release that withheld it is no draft any more, until that of a pool takes it.
    """

    __tablename__ = "pool"
    __table_args__ = UNORDERED

    id: Mapped[Id]
    release_id: Mapped[str | None] = mapped_column(
        belongs_to("release"), index=True
    )  # withheld or took it
    organisation_id: Mapped[str] = mapped_column(belongs_to("organisation"))
    response_id: Mapped[str] = mapped_column(belongs_to("response"), index=True)
    fingerprint: Mapped[str] = mapped_column(ForeignKey("definition.fingerprint"))
    measure: Mapped[str] = mapped_column(String(300), index=True)  # as the ledger names it
    day: Mapped[date]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
