"""The files of a key ring: numbered, for their owner alone, written whole or not at all."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from reflect.records import sealing

KEY = ".key"  # seals and opens
FINDER = ".find"  # of a key that was retired: finds persons by their code, and opens nothing
DRAFT = ".new"  # a key that the database is still to be told of
OTHERS = stat.S_IRWXG | stat.S_IRWXO


class KeyRingFault(Exception):  # noqa: N818 - operators read it as a sentence
    """The keys are missing, unreadable, too open or not of this database; says which, in a line."""


def name(number: int, kind: str = KEY) -> str:
    """The name of a file: 0001.key."""
    return f"{number:04d}{kind}"


def names(folder: Path) -> frozenset[str]:
    """What lies in the folder; OSError."""
    return frozenset(os.listdir(folder))  # noqa: PTH208 - five times as quick, at each page


def read(folder: Path, kind: str = KEY) -> dict[int, bytes]:
    """The files of a kind by number; raises KeyRingFault at the first that is not right."""
    try:
        _refuse_open(folder)
        return {_number(file): _contents(file) for file in sorted(folder.glob(f"*{kind}"))}
    except (OSError, ValueError) as error:
        raise KeyRingFault(f"The keys in {folder} cannot be read: {error}") from error


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with the folder and each file, a line each, and what to do."""
    try:
        _refuse_open(folder)
        files = sorted([*folder.glob(f"*{KEY}"), *folder.glob(f"*{FINDER}")])
    except FileNotFoundError:
        yield f"{folder} is not there: put the keys back from your copy."
        return
    except (OSError, ValueError) as error:
        yield f"{error}: let its owner alone in (chmod 700 {folder})."
        files = sorted(folder.glob("*.*")) if os.access(folder, os.R_OK | os.X_OK) else []
    for file in files:
        try:
            _number(file)
            _contents(file)
        except (OSError, ValueError) as error:
            yield f"{error}: put it back from your copy, for its owner alone (chmod 600 {file})."


def write(folder: Path, file: str, contents: bytes) -> Path:
    """A private file that survives a power failure; FileExistsError when there is one."""
    path = folder / file
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    with os.fdopen(os.open(path, flags, 0o600), "w") as writing:
        writing.write(contents.hex() + "\n")
        writing.flush()
        os.fsync(writing.fileno())
    settle(folder)
    return path


def settle(path: Path) -> None:
    """A file, or what was made, renamed or removed in a folder, survives a power failure."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _refuse_open(path: Path) -> None:
    mode = path.stat().st_mode
    if mode & OTHERS:
        raise ValueError(f"{path.name} may be read by others (mode {stat.S_IMODE(mode):04o})")


def _number(file: Path) -> int:
    if not (file.stem.isascii() and file.stem.isdecimal()):
        raise ValueError(f"{file.name} has no number")
    return int(file.stem)


def _contents(file: Path) -> bytes:
    _refuse_open(file)
    try:
        key = bytes.fromhex(file.read_text(encoding="ascii"))
    except ValueError:
        key = b""
    if len(key) != sealing.KEY:
        raise ValueError(f"{file.name} holds no key of {sealing.KEY} bytes")
    return key
