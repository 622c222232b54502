"""The tables of responses: response, answer, profile, contribution."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reflect.disclosure.release import Phase
from reflect.records.base import UNORDERED, Base, Id, belongs_to

DRAFT, SUBMITTED = "draft", "submitted"


class Submitted(Exception):  # noqa: N818 - a state of the world, said as one
    """The response was submitted; its answers change no more."""


class Moved(Exception):  # noqa: N818 - a state of the world, said as one
    """Answers were kept after the profile was computed; compute it again."""


class Response(Base):
    """One person's filled-in questionnaire; its key is wrapped by the person's key."""

    __tablename__ = "response"
    __table_args__ = (UniqueConstraint("person_id", "moment_id"), UNORDERED)

    id: Mapped[Id]
    person_id: Mapped[str] = mapped_column(belongs_to("person"))
    moment_id: Mapped[str | None] = mapped_column(
        ForeignKey("moment.id", ondelete="SET NULL"), index=True
    )
    fingerprint: Mapped[str] = mapped_column(ForeignKey("definition.fingerprint"), index=True)
    phase: Mapped[Phase] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10), default=DRAFT)
    revision: Mapped[int] = mapped_column(default=0)
    day: Mapped[date]  # last touched; once submitted, the day of that
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)
    snapshot: Mapped[bytes | None] = mapped_column(LargeBinary)
    snapshot_revision: Mapped[int] = mapped_column(default=0)
    receipt: Mapped[str | None] = mapped_column(String(22))


@dataclass(frozen=True)
class Head:
    """The row of a response, read: its columns, in their order."""

    id: str
    person_id: str
    moment_id: str | None
    fingerprint: str
    phase: Phase
    state: str
    revision: int
    day: date
    wrapped_key: bytes = field(repr=False)
    snapshot: bytes | None = field(repr=False)
    snapshot_revision: int
    receipt: str | None


class Answer(Base):
    """Answers newer than the snapshot, in the order of their revision."""

    __tablename__ = "answer"
    __table_args__ = UNORDERED

    response_id: Mapped[str] = mapped_column(belongs_to("response"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Frozen(Base):
    """The profile, as it was when the response was submitted."""

    __tablename__ = "profile"
    __table_args__ = UNORDERED

    response_id: Mapped[str] = mapped_column(belongs_to("response"), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Contribution(Base):
    """What a response gives to the picture of its group, sealed under the group's key.

    `turn`: in which set of its moment it counts: 1, the closing, or a later one. None: it came
    after closing, and waits until there are enough.
    """

    __tablename__ = "contribution"
    __table_args__ = (
        Index(None, "moment_id", "turn"),
        UNORDERED,
    )  # to be counted while others wait

    response_id: Mapped[str] = mapped_column(belongs_to("response"), primary_key=True)
    moment_id: Mapped[str] = mapped_column(belongs_to("moment"))
    turn: Mapped[int | None]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
