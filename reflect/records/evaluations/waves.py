"""The wave of a group: its one evaluation, opened by its trainer, for a term."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from reflect.records import sealing, terms
from reflect.records.base import opaque
from reflect.records.groups import Group, Membership, Wave
from reflect.records.groups.tables import OPEN
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place


def launch(db: Session, ring: KeyRing, group_id: str, fingerprint: str, at: datetime) -> Wave:
    """Open the evaluation of a group, once; again gives the same. NoResultFound for no group.

    fingerprint: of a definition that is kept. After the term it closes by itself.
    """
    db.execute(select(Group.id).where(Group.id == group_id).with_for_update()).one()
    held = of_group(db, group_id)
    if held is not None:
        return held
    row = opaque()
    wave = Wave(
        id=row,
        group_id=group_id,
        number=1,
        phase="after",
        fingerprint=fingerprint,
        state=OPEN,
        opened=at.date(),
        deadline=(at + terms.EVALUATION.length).date(),
        wrapped_secret=ring.wrap(sealing.key(), Place("moment", row)),
    )
    db.add(wave)
    db.flush()
    return wave


def of_group(db: Session, group_id: str) -> Wave | None:
    """The wave of a group, once its trainer opened it."""
    return db.scalars(select(Wave).where(Wave.group_id == group_id)).one_or_none()


def of_groups(db: Session, group_ids: Iterable[str]) -> list[Wave]:
    """The waves of several groups; one query, however many there are."""
    return list(db.scalars(select(Wave).where(Wave.group_id.in_(list(group_ids)))))


def of_member(db: Session, person_id: str) -> list[Wave]:
    """The waves of the groups that this person is in."""
    return list(db.scalars(_joined(person_id)))


def one(db: Session, person_id: str, wave_id: str, *, lock: bool = False) -> Wave:
    """A wave of a group that this person is in; raises NoResultFound."""
    found = _joined(person_id).where(Wave.id == wave_id)
    return db.scalars(found.with_for_update(of=Wave) if lock else found).one()


def _joined(person_id: str) -> Select[Wave]:
    member = Membership.group_id == Wave.group_id
    return select(Wave).join(Membership, member).where(Membership.person_id == person_id)
