"""Codes people type: personal (100 bits), to join a group (40 bits), spare ones of staff (80)."""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32: no I, L, O, U
ALIKE = str.maketrans("OIL", "011", " -\u2010\u2011\u2013\t\r\n\u00a0")  # hyphens, spaces
PERSONAL, PERSONAL_GROUP = 20, 5
JOIN, JOIN_GROUP = 8, 4
SPARE, SPARE_GROUP = 16, 4


class NotACode(ValueError):  # noqa: N818 - a state of the world, said as one
    """What was typed cannot be a code of this kind."""


def personal() -> str:
    """A new personal code, as it is shown: 7K3PX-0M9QD-ZRT4W-H82VN."""
    return _new(PERSONAL, PERSONAL_GROUP)


def join() -> str:
    """A new join code, as it is shown: 7K3P-0M9Q."""
    return _new(JOIN, JOIN_GROUP)


def spare() -> str:
    """A new spare code, as it is shown: 7K3P-0M9Q-ZRT4-82VN."""
    return _new(SPARE, SPARE_GROUP)


def read(typed: str, length: int) -> str:
    """The code without its hyphens; forgives case, spaces, O for 0, I and L for 1.

    Raises NotACode.
    """
    code = typed.upper().translate(ALIKE)
    if len(code) != length or not set(code) <= set(ALPHABET):
        raise NotACode
    return code


def _new(length: int, group: int) -> str:
    code = "".join(secrets.choice(ALPHABET) for _ in range(length))
    return "-".join(code[at : at + group] for at in range(0, length, group))
