"""The key ring of the instance: the newest key seals, all of them open; it sees a new one come."""

import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reflect.records import keyfiles, sealing
from reflect.records.keyfiles import DRAFT, FINDER, KeyRingFault
from reflect.records.sealing import Place, Unreadable

__all__ = ["PERSON", "KeyRing", "KeyRingFault"]

PERSON = "person"  # nobody but the person knows the code, so an old key goes on finding it
NUMBER = 2  # bytes, before each digest: under which key it was made


class Held(NamedTuple):
    """What was read: keys and finders by number, and the names of the files it was read from."""

    keys: Mapping[int, bytes]
    finders: Mapping[int, bytes]
    names: frozenset[str] = frozenset()


class KeyRing:
    """Keys by number. One that was read from a folder follows what happens there.

    A process that serves goes on while the keys are renewed: it looks at the names of the files
    before it uses a key, so it seals with the new one at once and meets no number it has not.
    """

    def __init__(self, keys: Mapping[int, bytes], folder: Path | None = None) -> None:
        """`keys`: 32 bytes each, by number; `folder`: where they lie, to be followed."""
        self._held, self._folder = Held(keys, {}), folder

    @classmethod
    def read(cls, folder: Path) -> "KeyRing":
        """The keys in `folder` (0001.key, 0002.key ...); raises KeyRingFault."""
        ring = cls({}, folder)
        ring._held = _read(folder)
        return ring

    @classmethod
    def create(cls, folder: Path) -> "KeyRing":
        """A first key in `folder`; where two starts race, both get the key that came first."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        keyfiles.settle(folder.parent)
        draft = keyfiles.write(folder, f"{secrets.token_hex(8)}{DRAFT}", sealing.key())
        with suppress(FileExistsError):
            (folder / keyfiles.name(1)).hardlink_to(draft)  # appears whole, or not at all
        draft.unlink()
        keyfiles.settle(folder)
        return cls.read(folder)

    def __eq__(self, other: object) -> bool:
        """The same keys."""
        return isinstance(other, KeyRing) and self.keys == other.keys

    __hash__ = None  # type: ignore[assignment] # it changes

    @property
    def keys(self) -> Mapping[int, bytes]:
        """The keys that seal and open, by number."""
        return self._now().keys

    @property
    def finders(self) -> Mapping[int, bytes]:
        """What is left of keys that were retired: it finds persons by their code."""
        return self._now().finders

    @property
    def newest(self) -> int:
        """The number of the key that seals."""
        return max(self.keys)

    def seal(self, contents: bytes, place: Place) -> bytes:
        """An envelope under the newest key."""
        number, key = self._newest()
        return sealing.seal(_sealer(key, place.table), contents, place, number=number)

    def wrap(self, key: bytes, place: Place) -> bytes:
        """An envelope around a key, under the newest key."""
        number, outer = self._newest()
        return sealing.wrap(_sealer(outer, place.table), key, place, number=number)

    def opened(self, envelope: bytes, place: Place) -> bytes:
        """What is in the envelope, by the key it names; raises Unreadable."""
        number, keys = sealing.number(envelope), self.keys
        if number not in keys:
            raise Unreadable(f"{place.table} {place.row} needs key {number}, which is not here")
        return sealing.opened(_sealer(keys[number], place.table), envelope, place)

    def digest(self, purpose: str, text: str) -> bytes:
        """What `text` is found by: the number of the newest key, and an HMAC under it."""
        number, key = self._newest()
        return _digest(number, finder(key, purpose), text)

    def digests(self, purpose: str, text: str) -> list[bytes]:
        """The same under every key: rows that were not yet carried over are found too."""
        held = self._now()
        found = [_digest(number, finder(key, purpose), text) for number, key in held.keys.items()]
        if purpose == PERSON:
            found += [_digest(number, key, text) for number, key in held.finders.items()]
        return found

    def secret(self, number: int, purpose: str) -> bytes:
        """A key of its own for another purpose, such as backups; KeyError without that key."""
        return _sealer(self.keys[number], purpose)

    def _newest(self) -> tuple[int, bytes]:
        return max(self.keys.items())

    def _now(self) -> Held:
        """What lies in the folder now; what was read last, while that cannot be read."""
        if self._folder is not None:
            with suppress(OSError, KeyRingFault):
                if keyfiles.names(self._folder) != self._held.names:
                    self._held = _read(self._folder)
        return self._held


def finder(key: bytes, purpose: str) -> bytes:
    """The key under which texts of a purpose are found."""
    return sealing.derive(key, f"find {purpose}")


def _sealer(key: bytes, table: str) -> bytes:
    return sealing.derive(key, f"seal {table}")


def _digest(number: int, key: bytes, text: str) -> bytes:
    return number.to_bytes(NUMBER) + sealing.digest(key, text)


def _read(folder: Path) -> Held:
    try:
        names = keyfiles.names(folder)
    except OSError as error:
        raise KeyRingFault(f"The keys in {folder} cannot be read: {error}") from error
    keys, finders = keyfiles.read(folder), keyfiles.read(folder, FINDER)
    if not keys:
        raise KeyRingFault(f"There are no keys in {folder}: put them back from your backup.")
    return Held(keys, {number: one for number, one in finders.items() if number not in keys}, names)
