"""Where a backup is made and tried: a private folder in the instance, empty before and after."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

NAME, LOCK = "backup", "lock"


class BackupFault(Exception):  # noqa: N818 - operators read it as a sentence
    """A backup that cannot be made, kept or restored; says why, in a line."""


@contextmanager
def workplace(instance: Path) -> Iterator[Path]:
    """An empty folder for one at a time; what a crash left in it is gone."""
    folder = instance / NAME
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupFault("Another backup is under way: wait until it is done.") from None
        _empty(folder)
        try:
            yield folder
        finally:
            _empty(folder)


def private(path: Path) -> BinaryIO:
    """A new file for its owner alone, to be written; FileExistsError."""
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "w+b")


def _empty(folder: Path) -> None:
    for each in folder.iterdir():
        if each.is_dir():
            shutil.rmtree(each)
        elif each.name != LOCK:
            each.unlink()
