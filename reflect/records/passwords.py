"""Passwords of staff: argon2id, and equal work whether or not somebody has one."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # OWASP's first choice


def hash(password: str) -> str:  # noqa: A001 - the word for it
    """The hash to keep; takes 19 MiB and tens of milliseconds, so outside any transaction."""
    return HASHER.hash(password)


def verify(kept: str | None, password: str) -> bool:
    """Whether it is the password; where none is kept, no, after as much work."""
    try:
        return HASHER.verify(kept or _nobody(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    return hash("")
