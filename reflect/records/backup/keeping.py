"""How long backups are kept: as the page about privacy says, and no longer."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from reflect.records.backup import stream
from reflect.records.backup.making import PART
from reflect.records.sealing import Unreadable

SUFFIX = ".backup"


def name(at: datetime) -> str:
    """What a backup of this moment is called."""
    return f"reflect-{at:%Y-%m-%d-%H%M%S}{SUFFIX}"


def sweep(folder: Path, at: datetime, length: timedelta) -> int:
    """Delete the backups in a folder that are older, and drafts of a crash; how many."""
    gone = 0
    for file, made in _kept(folder):
        if made < at - length:
            file.unlink()
            gone += 1
    for draft in folder.glob(f"*{SUFFIX}{PART}"):
        if datetime.fromtimestamp(draft.stat().st_mtime, at.tzinfo) < at - timedelta(days=1):
            draft.unlink()
    return gone


def newest(folder: Path) -> date | None:
    """The day of the newest backup in a folder; None when there is none."""
    return max((made.date() for _, made in _kept(folder)), default=None)


def _kept(folder: Path) -> Iterator[tuple[Path, datetime]]:
    """The backups of a folder, each with the moment it was made."""
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            with file.open("rb") as source:
                yield file, stream.header(source).at
        except Unreadable:
            continue  # of somebody else
