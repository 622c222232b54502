"""The key ring of the instance: numbered files that only its owner may read."""

import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reflect.records import sealing
from reflect.records.sealing import Place, Unreadable

SUFFIX = ".key"
OTHERS = stat.S_IRWXG | stat.S_IRWXO


class KeyRingFault(Exception):  # noqa: N818 - operators read it as a sentence
    """The keys are missing, unreadable, too open or not of this database; says which, in a line."""


@dataclass(frozen=True)
class KeyRing:
    """Keys by number: the newest seals, all of them open."""

    keys: Mapping[int, bytes] = field(repr=False)

    @classmethod
    def read(cls, folder: Path) -> "KeyRing":
        """The keys in `folder` (0001.key, 0002.key ...); raises KeyRingFault."""
        try:
            files = sorted(folder.glob(f"*{SUFFIX}")) if _private(folder) else []
            keys = {int(file.stem): _key(file) for file in files}
        except (OSError, ValueError) as error:
            raise KeyRingFault(f"The keys in {folder} cannot be read: {error}") from error
        if not keys:
            raise KeyRingFault(f"There are no keys in {folder}: put them back from your backup.")
        return cls(keys)

    @classmethod
    def create(cls, folder: Path) -> "KeyRing":
        """A first key in `folder`; where two starts race, both get the key that came first."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = folder / f"{secrets.token_hex(8)}.draft"
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(sealing.key().hex() + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, folder / f"0001{SUFFIX}")  # appears whole, or not at all
        except FileExistsError:
            pass
        finally:
            draft.unlink()
        return cls.read(folder)

    @property
    def newest(self) -> int:
        """The number of the key that seals."""
        return max(self.keys)

    def seal(self, contents: bytes, place: Place) -> bytes:
        """An envelope under the newest key."""
        return sealing.seal(self._of(self.newest, place), contents, place, number=self.newest)

    def wrap(self, key: bytes, place: Place) -> bytes:
        """An envelope around a key, under the newest key."""
        return sealing.wrap(self._of(self.newest, place), key, place, number=self.newest)

    def opened(self, envelope: bytes, place: Place) -> bytes:
        """What is in the envelope, by the key it names; raises Unreadable."""
        number = sealing.number(envelope)
        if number not in self.keys:
            raise Unreadable(f"{place.table} {place.row} needs key {number}, which is not here")
        return sealing.opened(self._of(number, place), envelope, place)

    def digest(self, purpose: str, text: str) -> bytes:
        """What `text` is found by, under the newest key."""
        return sealing.digest(sealing.derive(self.keys[self.newest], f"find {purpose}"), text)

    def digests(self, purpose: str, text: str) -> list[bytes]:
        """The same under every key: rows that were not yet carried over are found too."""
        return [
            sealing.digest(sealing.derive(key, f"find {purpose}"), text)
            for key in self.keys.values()
        ]

    def _of(self, number: int, place: Place) -> bytes:
        return sealing.derive(self.keys[number], f"seal {place.table}")


def _private(path: Path) -> bool:
    mode = path.stat().st_mode
    if mode & OTHERS:
        raise ValueError(f"{path.name} may be read by others (mode {stat.S_IMODE(mode):04o})")
    return True


def _key(file: Path) -> bytes:
    _private(file)
    key = bytes.fromhex(file.read_text(encoding="ascii"))
    if len(key) != sealing.KEY:
        raise ValueError(f"{file.name} holds no key of {sealing.KEY} bytes")
    return key
