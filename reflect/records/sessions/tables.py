"""The table of sessions: who is signed in, by a token of which only the hash is kept."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, LargeBinary, and_, or_
from sqlalchemy.orm import Mapped, mapped_column

from reflect.records import terms
from reflect.records.base import Base, Id, Instant, belongs_to
from reflect.records.people import Opened

Kind = Literal["person", "staff"]
IDLE = {"person": terms.IDLE.length, "staff": terms.STAFF_IDLE.length}
ABSOLUTE = {"person": terms.SIGNED_IN.length, "staff": terms.STAFF_SIGNED_IN.length}


class Session(Base):
    """A person or a member of staff, signed in; a person's key is sealed by the token."""

    __tablename__ = "session"

    id: Mapped[Id]
    lookup: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    person_id: Mapped[str | None] = mapped_column(belongs_to("person"), index=True)
    staff_id: Mapped[str | None] = mapped_column(belongs_to("staff"), index=True)
    sealed_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_looks: Mapped[bytes | None] = mapped_column(LargeBinary)  # of the device
    created: Mapped[datetime] = mapped_column(Instant, index=True)
    last_seen: Mapped[datetime] = mapped_column(Instant, index=True)
    confirmed: Mapped[datetime | None] = mapped_column(Instant)  # staff: the last second factor


@dataclass(frozen=True)
class Current:
    """Who is there."""

    kind: Kind
    owner: str
    key: bytes | None = field(repr=False)  # a person's; staff has none
    session_id: str
    last_seen: datetime
    confirmed: datetime | None = None  # when staff last proved who they are, beyond a password

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to prove before this opens any page."""
        return self.kind == "person" or self.confirmed is not None

    @property
    def me(self) -> Opened:
        """The person, opened; staff has no answers: ValueError."""
        if self.key is None:
            raise ValueError("staff opens no answers")
        return Opened(self.owner, self.key)


def over(at: datetime) -> ColumnElement[bool]:
    """Idle too long, or too old."""

    def past(kind: Kind, owner: Mapped[str | None]) -> ColumnElement[bool]:
        over = or_(Session.last_seen <= at - IDLE[kind], Session.created <= at - ABSOLUTE[kind])
        return and_(owner.is_not(None), over)

    return or_(past("person", Session.person_id), past("staff", Session.staff_id))


def hashed(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).digest()
