"""What every table shares: one base, names for constraints, opaque ids, instants in UTC."""

import secrets
import string
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated

from sqlalchemy import DateTime, Dialect, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


DIGEST = 34  # bytes of what something is found by: the number of a key, and an HMAC under it
UNORDERED = {"sqlite_with_rowid": False}  # rows lie by their random id, not in order of arrival
LETTERS = sorted(f"{string.ascii_letters}{string.digits}-_")  # of ids: base64 for addresses


class Base(DeclarativeBase):
    """The mother of all tables; SQLite's batch migrations need every constraint to have a name."""

    metadata = MetaData(naming_convention=NAMES)


class Instant(TypeDecorator[datetime]):
    """An aware moment in UTC; SQLite, which forgets zones, is given none and gets it back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware in; a naive one raises ValueError, because it could mean any hour."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value}")
        told = value.astimezone(UTC)
        return told.replace(tzinfo=None) if dialect.name == "sqlite" else told

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware UTC out."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.replace(tzinfo=UTC)


def opaque() -> str:
    """A random id of 128 bits, 22 url-safe characters: it tells neither order nor number."""
    return secrets.token_urlsafe(16)


def ascending(number: int) -> Iterator[str]:
    """So many opaque ids in their order: rows that lie by their id are written without a search.

    Each begins with the next of 64 letters, so that few have to be sorted at once.
    """
    share, more = divmod(number, len(LETTERS))
    for place, letter in enumerate(LETTERS):
        yield from sorted(letter + opaque()[1:] for _ in range(share + (place < more)))


Id = Annotated[str, mapped_column(String(22), primary_key=True, default=opaque)]


def belongs_to(table: str) -> ForeignKey:
    """A reference that goes when its owner goes: erasing a person erases what hangs on it."""
    return ForeignKey(f"{table}.id", ondelete="CASCADE")
