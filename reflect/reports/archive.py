"""An archive: a ZIP that is written while it is sent, so that it is never whole anywhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import RawIOBase
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MODE = 0o600 << 16  # for its owner alone, once unpacked


@dataclass(frozen=True)
class Entry:
    """A file in an archive: its path there, and its contents bit by bit."""

    name: str
    chunks: Iterable[bytes]


def archive(entries: Iterable[Entry], at: datetime) -> Iterator[bytes]:
    """The bytes of a ZIP; no more of it is held than what one chunk becomes."""
    sink = _Sink()
    with ZipFile(sink, "w") as whole:
        for entry in entries:
            info = ZipInfo(entry.name, at.timetuple()[:6])
            info.compress_type, info.external_attr = ZIP_DEFLATED, MODE
            with whole.open(info, "w") as file:
                for chunk in entry.chunks:
                    file.write(chunk)
                    yield from sink.taken()
    yield from sink.taken()


class _Sink(RawIOBase):
    """What ZipFile writes to: it cannot go back, so sizes come after the contents."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, contents: Any) -> int:
        self._held.append(bytes(contents))
        return len(contents)

    def taken(self) -> Iterator[bytes]:
        """What was written since; nothing when nothing was."""
        held, self._held = b"".join(self._held), []
        if held:
            yield held
