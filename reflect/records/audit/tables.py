"""The tables of the audit log: its lines, and a sealed head for each of its two chains."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from reflect.records.audit.actions import LONGEST
from reflect.records.base import UNORDERED, Base, Instant
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place

NOTHING = bytes(32).hex()  # the hash before the first line


class Line(Base):
    """One thing that was done; triggers keep it from being changed, and from going too early."""

    __tablename__ = "audit"
    __table_args__ = UNORDERED

    chain: Mapped[str] = mapped_column(String(10), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(index=True)
    at: Mapped[datetime | None] = mapped_column(Instant)  # never of a person
    actor: Mapped[str] = mapped_column(String(10))
    actor_id: Mapped[str] = mapped_column(String(22))
    action: Mapped[str] = mapped_column(String(40))
    thing: Mapped[str] = mapped_column(String(LONGEST))
    detail: Mapped[str] = mapped_column(String(LONGEST))
    result: Mapped[str] = mapped_column(String(10))
    origin: Mapped[str] = mapped_column(String(10))
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))

    def told(self) -> dict[str, str | int | None]:
        """The line in plain values: what is hashed, and what is exported."""
        at = None if self.at is None else self.at.astimezone(UTC)
        return {
            "chain": self.chain,
            "number": self.number,
            "day": self.day.isoformat(),
            "at": at.isoformat(timespec="microseconds") if at else None,
            "actor": self.actor,
            "actor_id": self.actor_id,
            "action": self.action,
            "thing": self.thing,
            "detail": self.detail,
            "result": self.result,
            "origin": self.origin,
        }

    def digest(self, previous: bytes) -> bytes:
        """SHA-256 of the line and of all lines before it."""
        return hashlib.sha256(previous + json.dumps(self.told(), sort_keys=True).encode()).digest()


class Head(Base):
    """Where a chain begins and ends: bare for the triggers, and sealed, so that nobody moves it."""

    __tablename__ = "audit_head"

    chain: Mapped[str] = mapped_column(String(10), primary_key=True)
    dropped: Mapped[int]
    last: Mapped[int]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)

    def place(self, ends: "Ends", ring: KeyRing) -> None:
        """Begin and end there, under seal."""
        self.dropped, self.last = ends.dropped, ends.last
        self.sealed = ring.seal(json.dumps(asdict(ends)).encode(), Place("audit_head", self.chain))

    def ends(self, ring: KeyRing) -> "Ends":
        """As they were sealed; raises Unreadable."""
        return Ends(**json.loads(ring.opened(self.sealed, Place("audit_head", self.chain))))


@dataclass(frozen=True)
class Ends:
    """The last line that was dropped at its term and the last line of all, with their hashes."""

    dropped: int = 0
    anchor: str = NOTHING
    last: int = 0
    hash: str = NOTHING
