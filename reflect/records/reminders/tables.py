"""The tables of reminders: where somebody wants them, and of which moments."""

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from reflect.records.base import DIGEST, UNORDERED, Base, Id, belongs_to

REMINDERS = "reminders"  # who ends addresses, wishes them or writes to them does so alone


class Contact(Base):
    """An address, sealed; whose it is, only that person's own key can tell."""

    __tablename__ = "contact"
    __table_args__ = UNORDERED

    id: Mapped[Id]
    lookup: Mapped[bytes] = mapped_column(LargeBinary(DIGEST), index=True)
    stop_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Wish(Base):
    """What is still to be said of a moment; gone when it is said, or when its person submitted."""

    __tablename__ = "wish"
    __table_args__ = UNORDERED

    contact_id: Mapped[str] = mapped_column(belongs_to("contact"), primary_key=True)
    moment_id: Mapped[str] = mapped_column(belongs_to("moment"), primary_key=True, index=True)
    opening: Mapped[bool]
    shortly: Mapped[bool]
