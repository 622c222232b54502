"""The code by which a group is joined: shown to its trainer, renewed, stopped."""

from contextlib import suppress

from sqlalchemy import select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from reflect.records import codes
from reflect.records.codes import NotACode
from reflect.records.groups.tables import Group
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place, Unreadable


def by_join_code(db: Session, ring: KeyRing, code: str) -> Group:
    """The group to join; NoResultFound when unknown or stopped."""
    try:
        read = codes.read(code, codes.JOIN)
    except NotACode:
        raise NoResultFound from None
    lookups = ring.digests("group", read)
    return db.scalars(select(Group).where(Group.lookup.in_(lookups))).one()


def is_full(group: Group) -> bool:
    """Whether as many have ever joined as the group has places."""
    return group.taken >= group.cap


def recognised(db: Session, ring: KeyRing, code: str) -> Group | None:
    """The group that a typed code leads to, or None: for a page that asks again."""
    try:
        return by_join_code(db, ring, code)
    except NoResultFound:
        return None


def code(group: Group, ring: KeyRing) -> str | None:
    """The join code as its trainer shows it; None when it was stopped."""
    if group.sealed_code is None:
        return None
    return ring.opened(group.sealed_code, _place(group)).decode()


def renew_code(db: Session, ring: KeyRing, group: Group) -> str:
    """A new join code; the old one opens nothing any more."""
    fresh = codes.join()
    group.lookup = ring.digest("group", codes.read(fresh, codes.JOIN))
    group.sealed_code = ring.seal(fresh.encode(), _place(group))
    db.flush()
    return fresh


def stop_code(db: Session, group: Group) -> None:
    """Nobody joins any more, until a new code is made."""
    group.lookup = group.sealed_code = None
    db.flush()


def move_codes(db: Session, ring: KeyRing) -> None:
    """Codes of an older version, which lay at the place of the group's key, go to their own."""
    for group in db.scalars(select(Group).where(Group.sealed_code.is_not(None))):
        with suppress(Unreadable, NotACode, UnicodeDecodeError):
            shown = ring.opened(group.sealed_code or b"", Place("group", group.id))
            codes.read(shown.decode(), codes.JOIN)  # never a key that was put there
            group.sealed_code = ring.seal(shown, _place(group))
    db.flush()


def _place(group: Group) -> Place:
    """Another one than the group's key has, so that neither passes for the other."""
    return Place("group", group.id, "code")
