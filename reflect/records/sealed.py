"""What is sealed by which key, or found by which: a row for every column of bytes.

`rotation` carries over what a key of the ring made, `inspection` opens samples of it, and a key is
retired only when nothing here uses it. A column of bytes without its row fails a test.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping

from reflect.records import codes, instance
from reflect.records.ring import PERSON, KeyRing
from reflect.records.sealing import Place

Opened = Mapping[str, bytes]  # column -> what is in its envelope


@dataclass(frozen=True)
class Envelope:
    """Sealed by a key of the ring, at this place of its row; no two of a row share a place."""

    place: Callable[[RowMapping | Mapping[str, Any]], Place]
    is_key: bool = False


@dataclass(frozen=True)
class Lookup:
    """An HMAC under a key of the ring, of a text that the envelopes of the row tell.

    text: gives it from those, "" where they do not; None where nobody here knows it.
    """

    purpose: str
    text: Callable[[Opened], str] | None


@dataclass(frozen=True)
class Apart:
    """No key of the ring, or none for longer than a day: what instead, in words."""

    by: str


Seal = Envelope | Lookup | Apart

TOKEN = Apart("SHA-256 of a random token that is not kept")
BRIEFLY = Apart("an HMAC under a key of the ring, gone within a day")
PERSON_KEY = Apart("the person's key")
RESPONSE_KEY = Apart("the key of the response")
WAVE = Apart("the secret of its wave")


def _own(table: str, column: str = "id") -> Callable[[RowMapping | Mapping[str, Any]], Place]:
    return lambda row: Place(table, row[column])


def _email(opened: Opened) -> str:
    return opened["sealed_email"].decode()


def _in_json(name: str) -> Callable[[Opened], str]:
    return lambda opened: str(json.loads(opened["sealed"]).get(name, ""))


SEALED: Mapping[str, Mapping[str, Seal]] = {
    "instance": {"wrapped_ledger_key": Envelope(lambda _: instance.PLACE, is_key=True)},
    "ring": {"proof": Apart("an HMAC under the key that it proves")},
    "audit": {"hash": Apart("nothing: SHA-256 of a line and of all before it")},
    "audit_head": {"sealed": Envelope(_own("audit_head", "chain"))},
    "organisation": {"wrapped_pool_key": Envelope(_own("organisation"), is_key=True)},
    "staff": {
        "lookup": Lookup("staff", _email),
        "sealed_email": Envelope(_own("staff")),
        "token_hash": TOKEN,
    },
    "offer": {
        "lookup": Lookup("staff", _email),
        "sealed_email": Envelope(_own("offer", "group_id")),
    },
    "attempt": {"lookup": BRIEFLY},
    "dispatch": {"lookup": BRIEFLY},
    "group": {
        "lookup": Lookup("group", lambda opened: _join_code(opened["sealed_code"])),
        "sealed_code": Envelope(lambda row: Place("group", row["id"], "code")),
        "wrapped_key": Envelope(_own("group"), is_key=True),
    },
    "moment": {"wrapped_secret": Envelope(_own("moment"), is_key=True)},
    "evaluation": {"sealed": WAVE},
    "used": {"digest": WAVE},
    "release": {"sealed_sums": Envelope(_own("release"))},
    "contact": {
        "lookup": Lookup("contact", _in_json("email")),
        "stop_hash": TOKEN,
        "sealed": Envelope(_own("contact")),
    },
    "outbox": {
        "lookup": Lookup("outbox", _in_json("key")),
        "sealed": Envelope(_own("outbox")),
    },
    "recovery": {
        "lookup": Lookup("recovery", _email),
        "sealed_email": Envelope(_own("recovery")),
        "wrapped_key": Envelope(
            lambda row: Place("recovery", row["id"], row["person_id"]), is_key=True
        ),
        "secret_hash": Apart("of a token its SHA-256; of a check code an HMAC, gone in an hour"),
    },
    "person": {
        "lookup": Lookup(PERSON, None),
        "wrapped_key": Apart("the personal code"),
        "sealed_contact": PERSON_KEY,
    },
    "session": {
        "lookup": TOKEN,
        "sealed_key": Apart("the token of the session"),
        "sealed_looks": Apart("the person's key; of staff a key of the ring, gone within a day"),
    },
    "factor": {"sealed_secret": Envelope(_own("factor", "staff_id"))},
    "spare": {"lookup": TOKEN},
    "device": {
        "lookup": TOKEN,
        "sealed": Envelope(lambda row: Place("device", row["id"], row["staff_id"])),
    },
    "response": {"wrapped_key": PERSON_KEY, "snapshot": RESPONSE_KEY},
    "answer": {"sealed": RESPONSE_KEY},
    "profile": {"sealed": RESPONSE_KEY},
    "goal": {"sealed": PERSON_KEY},
    "contribution": {"sealed": Apart("the key of the group")},
    "pool": {"sealed": Apart("the key of the organisation's pool")},
}


def envelopes(table: str) -> dict[str, Envelope]:
    """The columns of a table that a key of the ring sealed."""
    return {name: seal for name, seal in _of(table) if isinstance(seal, Envelope)}


def lookups(table: str) -> dict[str, Lookup]:
    """The columns of a table that are found by a key of the ring."""
    return {name: seal for name, seal in _of(table) if isinstance(seal, Lookup)}


def opened(ring: KeyRing, table: str, row: RowMapping) -> dict[str, bytes]:
    """What is in the envelopes of a row, by column; those that are empty left out. Unreadable."""
    return {
        name: ring.opened(row[name], envelope.place(row))
        for name, envelope in envelopes(table).items()
        if row[name] is not None
    }


def _of(table: str) -> Iterable[tuple[str, Seal]]:
    return SEALED.get(table, {}).items()


def _join_code(sealed: bytes) -> str:
    return codes.read(sealed.decode(), codes.JOIN)
