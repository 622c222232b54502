"""Within: what lies under a key that itself lies under a key of the ring, opened row by row."""

from collections.abc import Callable, Mapping

from sqlalchemy import RowMapping
from sqlalchemy.orm import Session

from reflect.records import evaluations, sealing
from reflect.records.groups import Group, Moment, Wave
from reflect.records.organisations import pool_key
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place, Unreadable


def contribution(db: Session, ring: KeyRing, row: RowMapping) -> bytes:
    """What a response gave to its group, by the group's key. Raises Unreadable."""
    moment = db.get_one(Moment, row["moment_id"])
    group = db.get_one(Group, moment.group_id)
    if group.wrapped_key is None:
        raise Unreadable("the key of the group was destroyed")
    secret = ring.opened(group.wrapped_key, Place("group", group.id))
    at = Place("contribution", row["response_id"], moment.id, group.fingerprint)
    return sealing.opened(secret, row["sealed"], at)


def pooled(db: Session, ring: KeyRing, row: RowMapping) -> bytes:
    """A value that waits in a pool, by the key of that pool. Raises Unreadable."""
    secret = pool_key(db, ring, row["organisation_id"])
    at = Place("pool", row["id"], row["response_id"], row["fingerprint"])
    return sealing.opened(secret, row["sealed"], at)


def evaluation(db: Session, ring: KeyRing, row: RowMapping) -> bytes:
    """What somebody thought of a training, by the secret of its wave. Raises Unreadable."""
    return evaluations.opened(ring, db.get_one(Wave, row["moment_id"]), row["id"], row["sealed"])


WITHIN: Mapping[str, Callable[[Session, KeyRing, RowMapping], bytes]] = {
    "contribution": contribution,
    "evaluation": evaluation,
    "pool": pooled,
}
