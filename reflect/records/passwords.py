"""Passwords of staff: argon2id, and equal work whether or not somebody has one."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # OWASP's first choice
NOBODY = (  # of random bytes that were thrown away
    "$argon2id$v=19$m=19456,t=2,p=1$8TZwP5nUnOGGWGvZM4Q1QQ$"
    "D+iK8zXMlcA6wnu6XAAlNkaRCwPpQ5OBf716U6VD2KY"
)


def hash(password: str) -> str:  # noqa: A001 - the word for it
    """The hash to keep; takes 19 MiB and tens of milliseconds, so outside any transaction."""
    return HASHER.hash(password)


def verify(kept: str | None, password: str) -> bool:
    """Whether it is the password; where none is kept, no, after as much work."""
    try:
        return HASHER.verify(kept or NOBODY, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False
