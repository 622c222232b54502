"""E-mail addresses: what can be one, its one spelling, and whose mailbox it is."""

import re
from dataclasses import dataclass, field

LONGEST, LONGEST_LOCAL = 254, 64  # characters (RFC 5321, 4.5.3.1)
ATOM = r"[a-z0-9!#$%&'*+/=^_`{|}~-]+"  # no ?: headers read =?...?= as another word
LOCAL = re.compile(rf"{ATOM}(\.{ATOM})*")
LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


@dataclass(frozen=True)
class Mailbox:
    """Where somebody is written to, and in which language."""

    email: str = field(repr=False)
    language: str


class NotAnAddress(ValueError):  # noqa: N818 - a state of the world, said as one
    """What was typed cannot be an address that we can write to."""


def read(typed: str) -> str:
    """The one spelling of an address, by which it is written to and found again.

    In lower case, as nearly every server takes it: what was proven is what is written to. Before
    the @ only ASCII, and no quotes. A domain that older rules would turn into another one (ß into
    ss) is refused: the mail would go to a stranger. Raises NotAnAddress.
    """
    address = typed.strip(" \t\r\n\u00a0")
    local, at, domain = address.rpartition("@")
    local = local.lower() if local.isascii() else ""
    is_local = len(local) <= LONGEST_LOCAL and LOCAL.fullmatch(local)
    if not at or not is_local or len(address) > LONGEST:
        raise NotAnAddress
    whole = f"{local}@{_ascii(domain.lower())}"
    if len(whole) > LONGEST:
        raise NotAnAddress
    return whole


def mailbox(address: str) -> str:
    """Whose mailbox it is, for a limit: what stands between + and @ is the reader's own label."""
    local, _, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _ascii(domain: str) -> str:
    try:
        plain = domain.encode("idna").decode("ascii")
        is_same = plain.encode("ascii").decode("idna") == domain
    except UnicodeError:
        raise NotAnAddress from None
    labels = plain.split(".")
    if not is_same or len(labels) == 1 or not all(map(LABEL.fullmatch, labels)):
        raise NotAnAddress
    if labels[-1].isdigit():
        raise NotAnAddress  # an address of a machine, not a name
    return plain
