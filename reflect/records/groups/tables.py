"""The tables of groups: group, moment (a measurement, or the evaluation), membership."""

from datetime import date, datetime
from types import MappingProxyType

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reflect.disclosure.release import Phase
from reflect.records.base import DIGEST, UNORDERED, Base, Id, Instant, belongs_to

PLANNED, OPEN, CLOSING, CLOSED = "planned", "open", "closing", "closed"


class Full(Exception):  # noqa: N818 - a state of the world, said as one
    """As many have joined as the group has places."""


class Group(Base):
    """A trainer's group; its key seals what its members give to the picture of the group."""

    __tablename__ = "group"

    id: Mapped[Id]
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), index=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    fingerprint: Mapped[str] = mapped_column(ForeignKey("definition.fingerprint"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    cap: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)  # places; none comes free, or puppets could hide
    created: Mapped[date]
    lookup: Mapped[bytes | None] = mapped_column(LargeBinary(DIGEST), unique=True)
    sealed_code: Mapped[bytes | None] = mapped_column(LargeBinary)
    wrapped_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    combined: Mapped[str | None] = mapped_column(Text)  # JSON: the names of groups that came in


class Round(Base):
    """What a group fills in together: planned, open, closing, closed; in that order and once.

    Who asks for a Moment is given measurements alone, and for a Wave evaluations alone.
    """

    __tablename__ = "moment"
    __table_args__ = (UniqueConstraint("group_id", "kind", "number"),)
    __mapper_args__ = MappingProxyType({"polymorphic_on": "kind"})

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(10))  # as a questionnaire's
    group_id: Mapped[str] = mapped_column(belongs_to("group"))
    number: Mapped[int]
    phase: Mapped[Phase] = mapped_column(String(10))
    deadline: Mapped[date | None]
    state: Mapped[str] = mapped_column(String(10), default=PLANNED)
    opened: Mapped[date | None]
    closed: Mapped[date | None]
    next_try: Mapped[datetime | None] = mapped_column(Instant)
    fingerprint: Mapped[str | None] = mapped_column(ForeignKey("definition.fingerprint"))
    wrapped_secret: Mapped[bytes | None] = mapped_column(LargeBinary)


class Moment(Round):
    """One measurement of a group: it asks what the group asks."""

    __mapper_args__ = MappingProxyType({"polymorphic_identity": "reflection"})


class Wave(Round):
    """The evaluation of a group: it has a definition, and until it closes a secret, of its own."""

    __mapper_args__ = MappingProxyType({"polymorphic_identity": "evaluation"})


class Membership(Base):
    """A person in a group, and what the person agreed to."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("person_id", "group_id"), UNORDERED)

    id: Mapped[Id]
    person_id: Mapped[str] = mapped_column(belongs_to("person"))
    group_id: Mapped[str] = mapped_column(belongs_to("group"), index=True)
    counts: Mapped[bool]
    research: Mapped[bool]
    joined: Mapped[date]
