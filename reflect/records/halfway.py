"""A database into which a backup is only just restored: marked, until that is done.

On PostgreSQL the rows are there before those who were signed in are sent away, and before what
people erased since is erased again. Whoever is killed in between leaves the mark, and nobody
serves it.
"""

from sqlalchemy import Column, Date, MetaData, Table, inspect
from sqlalchemy.orm import Session

from reflect.records.connections import DatabaseFault
from reflect.records.engine import Database

MARK = Table("restoring", MetaData(), Column("day", Date))  # of no version: it is there or not


def begin(database: Database) -> None:
    """Mark it, for good."""
    with database.writing() as db:
        MARK.create(db.connection(), checkfirst=True)
        db.commit()


def end(db: Session) -> None:
    """The mark goes, with the transaction that does what was left to do."""
    MARK.drop(db.connection(), checkfirst=True)


def refuse(db: Session) -> None:
    """Raises DatabaseFault while it is marked."""
    if inspect(db.connection()).has_table(MARK.name):
        raise DatabaseFault(
            "A backup was restored only in part: "
            "empty the database, and run `reflect restore` again."
        )
