"""Passwords that leaked elsewhere, and that whoever guesses tries first."""

import hashlib
from functools import cache
from pathlib import Path

MARK = 4  # bytes of a SHA-256: of 44,000 marks one in 98,000 other passwords bears one by chance


def is_leaked(password: str) -> bool:
    """Whether it is among the million most used, in capitals or not, that are long enough.

    They come from SecLists (10-million-password-list-top-1000000, MIT): those of 12 characters
    and more. Only marks of them are kept, in `leaked.bin`, so that nobody has to read them.
    """
    return hashlib.sha256(password.lower().encode("utf-8", "replace")).digest()[:MARK] in _marks()


@cache
def _marks() -> frozenset[bytes]:
    whole = Path(__file__).with_name("leaked.bin").read_bytes()
    return frozenset(whole[at : at + MARK] for at in range(0, len(whole), MARK))
