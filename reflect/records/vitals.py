"""The vitals of a database: which product keeps it, and in which version."""

from sqlalchemy.orm import Session

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def product(db: Session) -> str:
    """SQLite 3.53.1, PostgreSQL 18.1."""
    dialect = db.connection().dialect
    version = ".".join(map(str, dialect.server_version_info or ()))
    return f"{NAMES[dialect.name]} {version}"
