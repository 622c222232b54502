"""Where the envelopes of a response stand, and the key that opens them."""

from reflect.records import sealing
from reflect.records.people import Opened
from reflect.records.responses.tables import Head, Response
from reflect.records.sealing import Place


def place(response: Response | Head, table: str, version: int = 0) -> Place:
    """The place of an envelope: table, response, person, definition, revision."""
    return Place(table, response.id, response.person_id, response.fingerprint, version)


def key(response: Response | Head, me: Opened) -> bytes:
    """The key of this response; raises Unreadable when it is not this person's."""
    return sealing.opened(me.key, response.wrapped_key, place(response, "response"))


def unsent(secret: bytes) -> bytes:
    """The key of what a browser of this person keeps until it is sent; gone with the response's."""
    return sealing.derive(secret, "unsent")
