"""The revision of the tables: what a database has, and what this version of the product needs."""

import re
from functools import cache
from pathlib import Path

from sqlalchemy import String, column, inspect, select, table
from sqlalchemy.orm import Session

PACKAGE = Path(__file__).parents[1]
TABLE = "alembic_version"  # Alembic's own; read here without it, because it is slow to load
NUMBER = re.compile(r"\d{4}")
CURRENT = select(column("version_num", String)).select_from(table(TABLE))


def folder() -> Path:
    """The migrations: within the package when it is installed, beside it in the repository."""
    within = PACKAGE / "_migrations"
    return within if within.is_dir() else PACKAGE.parent / "migrations"


def at_head(db: Session) -> bool:
    """Whether the tables have the form that this version needs, or a newer one.

    A newer one has all that this version asks for: migrations add, and what takes something away
    comes a release after the last version that looked at it.
    """
    if not inspect(db.connection()).has_table(TABLE):
        return False
    there = db.scalars(CURRENT).one_or_none() or ""
    return bool(NUMBER.fullmatch(there)) and there >= head()


@cache
def head() -> str:
    """The newest migration; they are numbered."""
    return max(file.name for file in (folder() / "versions").glob("[0-9]*.py")).partition("_")[0]
