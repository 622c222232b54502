"""A parcel: a folder that is there whole or not at all, and says of each file what it should be."""

import fcntl
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reflect.commands.refusal import Refused
from reflect.records import keyfiles
from reflect.reports.cells import Cell, Numeral, sheet

PART, MARK = ".part", ".unfinished"
SPLIT = re.compile(r"([;\t]\s*)(?=[=+@-])")  # where a Dutch spreadsheet begins another cell
IDS = ("id", "organisation", "staff", "trainer", "group")  # columns; some ids begin with a minus
MANIFEST, SUMS = "MANIFEST.json", "SHA256SUMS"


@dataclass(frozen=True)
class Filed:
    """A file as it was written; rows: of a table or a log, else None."""

    path: str
    bytes: int
    sha256: str
    rows: int | None = None


@dataclass
class Parcel:
    """What is being written, and what is in it so far."""

    folder: Path
    files: list[Filed] = field(default_factory=list)

    def put(self, path: str, chunks: Iterable[bytes]) -> None:
        """A file, bit by bit; its sum is that of what was written."""
        self.files.append(self._written(path, chunks))

    def tell(self, path: str, whole: object) -> None:
        """A file of JSON."""
        self.put(path, [(json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()])

    def table(self, path: str, head: Iterable[str], rows: Iterable[Iterable[Any]]) -> int:
        """A file of CSV (RFC 4180): commas, UTF-8, a head; how many rows it has.

        What somebody typed cannot be taken for a formula; an id stays as it is, to be looked up.
        """
        names = tuple(head)
        lines = (_line(map(_cell, names, row)) for row in rows)
        return self.lines(path, lines, _line(names))

    def lines(self, path: str, lines: Iterable[bytes], head: bytes = b"") -> int:
        """A file of lines, none of them held; how many there are."""
        counted = _Counted(lines)
        one = self._written(path, (each for part in ([head], counted) for each in part))
        self.files.append(Filed(one.path, one.bytes, one.sha256, counted.number))
        return counted.number

    def seal(self, said: dict[str, object]) -> None:
        """The last files: what is in it, and their sums as `sha256sum --check` reads them."""
        files = [{k: v for k, v in vars(one).items() if v is not None} for one in self.files]
        self.tell(MANIFEST, said | {"files": files})
        self.put(SUMS, [f"{one.sha256}  {one.path}\n".encode() for one in self.files])

    def _written(self, path: str, chunks: Iterable[bytes]) -> Filed:
        target, digest, size = self.folder / path, hashlib.sha256(), 0
        target.parent.mkdir(mode=0o700, exist_ok=True)
        with target.open("xb") as file:
            for chunk in chunks:
                size += file.write(chunk)
                digest.update(chunk)
            file.flush()
            os.fsync(file.fileno())
        return Filed(path, size, digest.hexdigest())


@dataclass
class _Counted:
    lines: Iterable[bytes]
    number: int = 0

    def __iter__(self) -> Iterator[bytes]:
        for line in self.lines:
            self.number += 1
            yield line


@contextmanager
def parcel(target: Path) -> Iterator[Parcel]:
    """A parcel that gets its name once all of it is written; Refused where something is already."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Refused(f"{target} is not empty: name a folder that is not there yet")
    part = target.with_name(target.name + PART)
    with _own(part):
        try:
            yield Parcel(part)
            (part / MARK).unlink()
            for folder in (*(each for each in part.iterdir() if each.is_dir()), part):
                keyfiles.settle(folder)
            part.rename(target)
            keyfiles.settle(target.parent)
        finally:
            shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _own(part: Path) -> Iterator[None]:
    """An empty folder for one at a time; what a crash left in it is gone, and nobody else's is."""
    part.mkdir(mode=0o700, exist_ok=True)
    lock = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        if os.fstat(lock).st_uid != os.geteuid():  # it is of whoever would like to read along
            raise Refused(f"{part} is in the way, and of somebody else: name another folder")
        os.fchmod(lock, 0o700)
        _alone(lock, part)
        left = list(part.iterdir())
        if left and part / MARK not in left:
            raise Refused(f"{part} is in the way, and not of an export: move it")
        for each in left:
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        (part / MARK).touch()
        yield
    finally:
        os.close(lock)


def _alone(lock: int, part: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Refused(f"another export to {part} is under way") from None


def _line(cells: Iterable[Cell]) -> bytes:
    return sheet([cells], delimiter=",").encode()


def _cell(name: str, value: Any) -> Cell:
    told = "" if value is None else str(value)
    return Numeral(told) if name in IDS else SPLIT.sub(r"\1'", told)
