"""Two groups become one, before anything was told of either: members and what they gave move."""

import json
from collections.abc import Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.groups import Group, Membership, Moment, Round, moments
from reflect.records.releases.roster import Roster, roster
from reflect.records.reminders import Wish
from reflect.records.repairs import is_untold, lock, rounds_of
from reflect.records.responses import Contribution, Response
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place


def partners(db: Session, group: Group, others: Sequence[Group]) -> list[Group]:
    """Which of `others` can be combined with a group: alike, and nothing told of either."""
    return [one for one in others if one.id != group.id and _are_alike(db, one, group)]


def combine(db: Session, ring: KeyRing, group: Group, other: Group) -> bool:
    """Everybody of `other` is in `group` from now on; False, and nothing done, if they differ.

    A member keeps all wishes. Who was in both keeps those of `group`, and what was filled in
    twice for one moment stays with its person, on their own. There is room for all who had it,
    and the members are told by the names that came in.
    """
    lock(db, group, other)
    db.refresh(group)
    db.refresh(other)
    if not _are_alike(db, group, other):
        return False
    _move_members(db, group, other)
    pairs = zip(moments(db, other.id), moments(db, group.id), strict=True)
    for old, new in pairs:
        given = roster(db, ring, old.id)
        _move_responses(db, old, new)
        _move_contributions(db, ring, given, new, group)
        _move_wishes(db, old, new)
    group.combined = json.dumps([*names(group), other.name, *names(other)])
    group.cap += other.cap
    group.taken += other.taken
    db.flush()
    db.execute(delete(Group).where(Group.id == other.id))
    return True


def names(group: Group) -> list[str]:
    """What the groups were called that came in this one."""
    return list(json.loads(group.combined or "[]"))


def _are_alike(db: Session, one: Group, other: Group) -> bool:
    first, second = rounds_of(db, one), rounds_of(db, other)
    is_same = _asked(one) == _asked(other) and _plan(first) == _plan(second)
    return is_same and is_untold(first)


def _asked(group: Group) -> tuple[str, str, str]:
    return group.organisation_id, group.staff_id, group.fingerprint


def _plan(rounds: Sequence[Round]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.phase, one.state) for one in rounds]


def _move_members(db: Session, group: Group, other: Group) -> None:
    """Who is in both already, stays as they are there."""
    here = select(Membership.person_id).where(Membership.group_id == group.id)
    there = update(Membership).where(Membership.group_id == other.id)
    db.execute(there.where(Membership.person_id.not_in(here)).values(group_id=group.id))


def _move_responses(db: Session, old: Moment, new: Moment) -> None:
    here = select(Response.person_id).where(Response.moment_id == new.id)
    there = update(Response).where(Response.moment_id == old.id)
    db.execute(there.where(Response.person_id.not_in(here)).values(moment_id=new.id))


def _move_contributions(
    db: Session, ring: KeyRing, given: Roster, new: Moment, group: Group
) -> None:
    """Of those whose response moved and who wish to count there: under the key of that group."""
    ids = [one.response_id for one in given.values()]
    db.execute(delete(Contribution).where(Contribution.response_id.in_(ids)))
    wishes = select(Response.id).where(Response.moment_id == new.id, Response.id.in_(ids))
    wishes = wishes.join(Membership, Membership.person_id == Response.person_id)
    moved = set(db.scalars(wishes.where(Membership.group_id == group.id, Membership.counts)))
    secret = ring.opened(group.wrapped_key or b"", Place("group", group.id))
    for one in given.values():
        if one.response_id in moved:
            told = json.dumps({measure: str(value) for measure, value in one.values.items()})
            at = Place("contribution", one.response_id, new.id, group.fingerprint)
            sealed = sealing.seal(secret, told.encode(), at)
            row = {"response_id": one.response_id, "moment_id": new.id, "turn": 1, "sealed": sealed}
            db.add(Contribution(**row))
    db.flush()


def _move_wishes(db: Session, old: Moment, new: Moment) -> None:
    """Reminders; who is reminded of the new moment already is so once."""
    here = select(Wish.contact_id).where(Wish.moment_id == new.id)
    there = update(Wish).where(Wish.moment_id == old.id)
    db.execute(there.where(Wish.contact_id.not_in(here)).values(moment_id=new.id))
