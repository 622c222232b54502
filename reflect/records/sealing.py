"""Sealed envelopes: AES-256-GCM, bound to the place they stand in; nothing readable below."""

import hashlib
import hmac
import secrets
from json.encoder import encode_basestring_ascii
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FORMAT = 1
KEY = 32  # bytes: AES-256
NONCE = 12
HEAD = 3  # format, number of the key
LENGTH = 4
BLOCK = 256  # contents are padded to whole blocks, so that their length says little


class Unreadable(Exception):  # noqa: N818 - a state of the world, said as one
    """The envelope was changed, moved from its place, or is not for this key."""


class Place(NamedTuple):
    """Where an envelope stands; it opens nowhere else."""

    table: str
    row: str
    owner: str = ""
    definition: str = ""
    version: int = 0


def key() -> bytes:
    """A new random key."""
    return secrets.token_bytes(KEY)


def derive(secret: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose: HKDF-SHA256 (RFC 5869); `secret` has >= 100 bits."""
    return HKDF(SHA256(), KEY, salt=None, info=b"reflect " + purpose.encode()).derive(secret)


def digest(secret: bytes, text: str) -> bytes:
    """32 bytes by which `text` is found again without being kept: HMAC-SHA256."""
    return hmac.digest(secret, text.encode(), hashlib.sha256)


def seal(secret: bytes, contents: bytes, place: Place, *, number: int = 0) -> bytes:
    """An envelope: format, key number, nonce, ciphertext with tag."""
    return _envelope(secret, contents, place, number, BLOCK)


def wrap(secret: bytes, inner: bytes, place: Place, *, number: int = 0) -> bytes:
    """An envelope around a key; all keys are as long, so nothing is padded."""
    return _envelope(secret, inner, place, number, LENGTH + KEY)


def opened(secret: bytes, envelope: bytes, place: Place) -> bytes:
    """What is in the envelope; raises Unreadable."""
    head, nonce, body = (
        envelope[:HEAD],
        envelope[HEAD : HEAD + NONCE],
        envelope[HEAD + NONCE :],
    )
    try:
        padded = AESGCM(secret).decrypt(nonce, body, _bound(head, place))
    except (InvalidTag, ValueError):
        raise Unreadable(f"{place.table} {place.row} is not readable") from None
    size = int.from_bytes(padded[:LENGTH])
    return padded[LENGTH : LENGTH + size]


def number(envelope: bytes) -> int:
    """The number of the key it was sealed with; 0 when it has none."""
    return int.from_bytes(envelope[1:HEAD])


def _envelope(secret: bytes, contents: bytes, place: Place, number: int, block: int) -> bytes:
    head = bytes([FORMAT]) + number.to_bytes(HEAD - 1)
    padded = len(contents).to_bytes(LENGTH) + contents
    padded += bytes(-len(padded) % block)
    nonce = secrets.token_bytes(NONCE)
    return head + nonce + AESGCM(secret).encrypt(nonce, padded, _bound(head, place))


def _bound(head: bytes, place: Place) -> bytes:
    *words, version = place
    told = ", ".join([*map(encode_basestring_ascii, words), str(version)])
    return head + f"[{told}]".encode()  # JSON, so that no two places read the same
