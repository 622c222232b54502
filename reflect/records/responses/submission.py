"""A response is submitted: once, whole, whoever clicks how often."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.base import Base, opaque
from reflect.records.groups import Group, Membership
from reflect.records.groups.tables import OPEN, Round
from reflect.records.people import Opened
from reflect.records.prepared import Prepared
from reflect.records.responses.answers import end
from reflect.records.responses.beginning import one
from reflect.records.responses.keys import key, place
from reflect.records.responses.sheet import sheet
from reflect.records.responses.tables import Contribution, Frozen, Head, Moved, Response
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place

# Everybody hands in at the end of the same afternoon.
FROZEN, SHARED = (
    Prepared(insert(Base.metadata.tables[name])) for name in ("profile", "contribution")
)
COUNTED = Prepared(
    select(Group.id, Group.wrapped_key, Round.state)
    .join(Round, Round.group_id == Group.id)
    .join(Membership, Membership.group_id == Group.id)
    .where(Round.id == bindparam("moment"))
    .where(Membership.person_id == bindparam("person"), Membership.counts)
    .with_for_update(read=True)  # closing and withdrawing wait, or this does
)


@dataclass(frozen=True)
class Submission:
    """What is submitted: computed from the answers at `revision`, before any transaction."""

    response_id: str
    revision: int
    profile: Mapping[str, Any] = field(repr=False)  # Profile.to_json()
    contribution: Mapping[str, Fraction] | None = field(repr=False)  # measure id -> 0 to 1


def submit(db: Session, ring: KeyRing, me: Opened, submission: Submission, at: datetime) -> str:
    """Freeze profile and contribution, fold the answers; gives the receipt.

    Again is nothing and gives the same receipt. The contribution counts only where the person
    said so; once the moment is closed, with others who come late. Raises Moved when answers
    came after `revision`, NoResultFound when the response is another's.
    """
    read = sheet(db, me, submission.response_id, lock=True)
    response = read.response
    if response.receipt is not None:
        return response.receipt
    if response.revision != submission.revision:
        raise Moved
    receipt = opaque()
    end(db, read, receipt, at)
    sealed = sealing.seal(read.secret, json.dumps(submission.profile).encode(), _profile(response))
    FROZEN.run(db, {"response_id": response.id, "sealed": sealed})
    _contribute(db, ring, response, submission.contribution)
    return receipt


def profile(db: Session, me: Opened, response_id: str) -> tuple[Response, dict[str, Any]]:
    """A submitted response and its profile (JSON); NoResultFound when a draft or another's."""
    query = select(Response, Frozen).join(Frozen, Frozen.response_id == Response.id)
    own = query.where(Response.id == response_id, Response.person_id == me.person_id)
    response, frozen = db.execute(own).one()
    contents = sealing.opened(key(response, me), frozen.sealed, _profile(response))
    return response, json.loads(contents)


def contribute(
    db: Session, ring: KeyRing, me: Opened, response_id: str, values: Mapping[str, Fraction]
) -> None:
    """Give a submitted response to its group once more, after its person chose to count again."""
    response = one(db, me.person_id, response_id)
    if db.get(Contribution, response.id) is None:
        _contribute(db, ring, response, values)


def _contribute(
    db: Session, ring: KeyRing, response: Response | Head, values: Mapping[str, Fraction] | None
) -> None:
    if not values or response.moment_id is None:
        return
    counts = {"moment": response.moment_id, "person": response.person_id}
    group, key, state = next(iter(COUNTED.rows(db, counts)), ("", None, ""))
    if key is None:
        return
    told = json.dumps({measure: str(value) for measure, value in values.items()}).encode()
    secret = ring.opened(key, Place("group", group))
    at = Place("contribution", response.id, response.moment_id, response.fingerprint)
    sealed = sealing.seal(secret, told, at)
    share = {"response_id": response.id, "moment_id": response.moment_id, "sealed": sealed}
    SHARED.run(db, share | {"turn": 1 if state == OPEN else None})


def _profile(response: Response | Head) -> Place:
    return place(response, "profile", response.revision)
