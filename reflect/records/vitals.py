"""The vitals of a database: which product keeps it, in which version, and by which clock."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def product(db: Session) -> str:
    """SQLite 3.53.1, PostgreSQL 18.1."""
    dialect = db.connection().dialect
    version = ".".join(map(str, dialect.server_version_info or ()))
    return f"{NAMES[dialect.name]} {version}"


def clock(db: Session) -> datetime | None:
    """The time of its server; None where that is this machine's own."""
    if db.connection().dialect.name == "sqlite":
        return None
    told: datetime = db.scalars(select(func.clock_timestamp())).one()
    return told
