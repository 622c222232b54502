"""A sealed stream: chunk after chunk of AES-256-GCM, so that memory stays flat however long it is.

Each chunk knows its number and whether it is the last (STREAM: Hoang, Reyhanitabar, Rogaway and
Vizár 2015), so chunks that are changed, left out, moved, repeated or added are noticed.
"""

import json
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from reflect.records import sealing
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable

MAGIC = b"reflect backup 1\n"
CHUNK = 1 << 20  # bytes, before they are sealed
TAG = 16
LONGEST = 1000  # bytes of a header
PURPOSE = "backup"


@dataclass(frozen=True)
class Header:
    """What stands before the chunks, readable to whoever looks for the right key; not secret."""

    number: int  # of the key of the ring
    kind: str  # sqlite or postgresql
    made: str  # a moment, UTC
    salt: str  # hexadecimal: each file has a key of its own

    def __post_init__(self) -> None:
        """Refuse what no backup says: ValueError, TypeError."""
        bytes.fromhex(self.salt)
        if not isinstance(self.number, int) or self.at.utcoffset() != timedelta():
            raise ValueError(self)

    @property
    def at(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.made)


def seal(source: BinaryIO, target: BinaryIO, ring: KeyRing, kind: str, at: datetime) -> Header:
    """All of `source`, sealed under the newest key of the ring."""
    made = at.astimezone(UTC).isoformat(timespec="seconds")
    header = Header(ring.newest, kind, made, secrets.token_hex(sealing.KEY))
    head = MAGIC + json.dumps(asdict(header)).encode() + b"\n"
    target.write(head)
    cipher = _cipher(ring, header)
    target.writelines(
        cipher.encrypt(_nonce(number, is_last=is_last), chunk, head)
        for number, chunk, is_last in _chunks(source, CHUNK)
    )
    return header


def header(source: BinaryIO) -> Header:
    """What stands before the chunks, where `source` stands afterwards; Unreadable for another."""
    try:
        is_ours = source.read(len(MAGIC)) == MAGIC
        read = Header(**json.loads(source.readline(LONGEST) if is_ours else ""))
    except (ValueError, TypeError, AttributeError):
        raise Unreadable("This is no backup of Reflect.") from None
    return read


def opened(source: BinaryIO, ring: KeyRing) -> Iterator[bytes]:
    """What was sealed, chunk by chunk; raises Unreadable, be it only at the end: then all is void.

    `source` stands at its beginning.
    """
    read = header(source)
    if read.number not in ring.keys:
        held = ", ".join(map(str, sorted(ring.keys)))
        raise Unreadable(f"The backup needs key {read.number} of its ring; here is {held}.")
    head_ends = source.tell()
    source.seek(0)
    head = source.read(head_ends)
    cipher = _cipher(ring, read)
    for number, chunk, is_last in _chunks(source, CHUNK + TAG):
        try:
            yield cipher.decrypt(_nonce(number, is_last=is_last), chunk, head)
        except (InvalidTag, ValueError):
            where = f"in its part {number + 1}"
            raise Unreadable(f"The backup was changed or cut short, {where}.") from None


def _chunks(source: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Number, bytes, and whether it is the last; there is always one."""
    number, chunk = 0, _read(source, size)
    while True:
        following = _read(source, size)
        yield number, chunk, not following
        if not following:
            return
        number, chunk = number + 1, following


def _read(source: BinaryIO, size: int) -> bytes:
    """As many as were asked for, while there are: a pipe gives fewer."""
    parts = []
    while size and (part := source.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(sealing.NONCE - 1) + bytes([is_last])


def _cipher(ring: KeyRing, header: Header) -> AESGCM:
    secret = ring.secret(header.number, PURPOSE) + bytes.fromhex(header.salt)
    return AESGCM(sealing.derive(secret, PURPOSE))
