"""Looks of a device, as somebody reads them in the list of where they are signed in; sealed."""

import json
from collections.abc import Mapping
from contextlib import suppress

from reflect.records import sealing
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place, Unreadable

Looks = Mapping[str, str]  # "browser", "system": names, or empty
UNKNOWN: Looks = {}


def of_person(looks: Looks, person_id: str, key: bytes) -> bytes:
    """Sealed for a person: their key alone opens it."""
    return sealing.seal(key, json.dumps(looks).encode(), _place(person_id))


def of_staff(looks: Looks, staff_id: str, ring: KeyRing) -> bytes:
    """Sealed for a member of staff, who has no key."""
    return ring.seal(json.dumps(looks).encode(), _place(staff_id))


def opened(sealed: bytes | None, owner: str, keys: bytes | KeyRing) -> Looks:
    """What was sealed; UNKNOWN when nothing was, or it does not open: the session still ends."""
    if sealed is None:
        return UNKNOWN
    with suppress(Unreadable):
        return json.loads(plain(sealed, owner, keys))  # type: ignore[no-any-return] # what was sealed
    return UNKNOWN


def plain(sealed: bytes, owner: str, keys: bytes | KeyRing) -> bytes:
    """The same as JSON. Raises Unreadable."""
    place = _place(owner)
    if isinstance(keys, KeyRing):
        return keys.opened(sealed, place)
    return sealing.opened(keys, sealed, place)


def _place(owner: str) -> Place:
    return Place("session", "looks", owner)
