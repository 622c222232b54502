"""Openers: what is sealed in rows about a person, opened for that person, column by column."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import RowMapping
from sqlalchemy.orm import Session

from reflect.records import looks, recovery, reminders, sealing, within
from reflect.records.people import Opened
from reflect.records.responses import Response
from reflect.records.responses.keys import key, place
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place

LINKS = frozenset({"stop", "code", "tokens", "key"})  # of a mail: they open, find, say nothing


@dataclass(frozen=True)
class Asking:
    """Who asks for what is theirs, and of which response if of one."""

    db: Session
    ring: KeyRing
    me: Opened
    response: Response | None = field(default=None)

    @property
    def own(self) -> Response:
        """The response that is asked about; ValueError when none is."""
        if self.response is None:
            raise ValueError("no response is asked about")
        return self.response


def _snapshot(asking: Asking, row: RowMapping) -> bytes:
    return _by_response(asking, row["snapshot"], "snapshot", row["snapshot_revision"])


def _answer(asking: Asking, row: RowMapping) -> bytes:
    return _by_response(asking, row["sealed"], "answer", row["revision"])


def _profile(asking: Asking, row: RowMapping) -> bytes:
    return _by_response(asking, row["sealed"], "profile", asking.own.revision)


def _by_response(asking: Asking, sealed: bytes, table: str, version: int) -> bytes:
    """What the key of the response opens."""
    at = place(asking.own, table, version)
    return sealing.opened(key(asking.own, asking.me), sealed, at)


def _goal(asking: Asking, row: RowMapping) -> bytes:
    at = Place("goal", row["response_id"], asking.me.person_id)
    return sealing.opened(asking.me.key, row["sealed"], at)


def _contribution(asking: Asking, row: RowMapping) -> bytes:
    return within.contribution(asking.db, asking.ring, row)


def _pool(asking: Asking, row: RowMapping) -> bytes:
    return json.dumps(within.pooled(asking.db, asking.ring, row).decode()).encode()


def _contact(asking: Asking, _row: RowMapping) -> bytes:
    found = reminders.of(asking.db, asking.ring, asking.me)
    told = {"email": found.email, "language": found.language} if found else None
    return json.dumps(told).encode()


def _recovery(asking: Asking, row: RowMapping) -> bytes:
    choice = recovery.of(asking.db, asking.ring, row["person_id"])
    return json.dumps(choice.email if choice else None).encode()


def _looks(asking: Asking, row: RowMapping) -> bytes:
    return looks.plain(row["sealed_looks"], asking.me.person_id, asking.me.key)


def _by_ring(table: str) -> Callable[[Asking, RowMapping], bytes]:
    """What a key of the instance opens, without what would open something itself."""

    def opened(asking: Asking, row: RowMapping) -> bytes:
        whole = json.loads(asking.ring.opened(row["sealed"], Place(table, row["id"])))
        return json.dumps({name: whole[name] for name in whole.keys() - LINKS}).encode()

    return opened


OPENERS: Mapping[str, Callable[[Asking, RowMapping], bytes]] = {
    "response.snapshot": _snapshot,
    "answer.sealed": _answer,
    "profile.sealed": _profile,
    "goal.sealed": _goal,
    "contribution.sealed": _contribution,
    "pool.sealed": _pool,
    "person.sealed_contact": _contact,
    "recovery.sealed_email": _recovery,
    "session.sealed_looks": _looks,
    "contact.sealed": _by_ring("contact"),
    "outbox.sealed": _by_ring("outbox"),
}
