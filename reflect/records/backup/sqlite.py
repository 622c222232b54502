"""SQLite: a copy by the database itself, whole at one moment, while others go on writing."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import URL, text

from reflect.records.backup.workplace import BackupFault, private
from reflect.records.connections import PATIENCE, faults, sqlite_library
from reflect.records.engine import Database


@contextmanager
def dumped(url: URL, folder: Path) -> Iterator[BinaryIO]:
    """The database as one file in `folder`, to be read; gone afterwards."""
    copy = folder / "copy.db"
    private(copy).close()  # before SQLite would make it, for its owner alone
    with faults(), closing(sqlite_library().connect(url.database, isolation_level=None)) as live:
        live.execute(f"PRAGMA busy_timeout={PATIENCE}")
        live.execute("VACUUM INTO ?", (str(copy),))
    with copy.open("rb") as file:
        yield file
    copy.unlink()


def refuse_unsound(database: Database) -> None:
    """Raises BackupFault when SQLite finds the file, or what refers to what, broken."""
    with faults(), database.reading() as db:
        for pragma, well in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
            if db.execute(text(f"PRAGMA {pragma}")).all() != well:
                raise BackupFault(f"The copy is not sound: SQLite's {pragma} finds faults.")


def is_empty(url: URL) -> bool:
    """Whether there is no database yet, nor the journal of one: SQLite would play that back."""
    path = Path(url.database or "")
    left = (path.with_name(path.name + ending) for ending in ("", "-wal", "-journal"))
    return all(not file.exists() or file.stat().st_size == 0 for file in left)
