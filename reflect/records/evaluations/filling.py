"""A member fills in an evaluation: once, whole, and never to be found again."""

from typing import Literal

from sqlalchemy.orm import Session

from reflect.records.evaluations import box, waves
from reflect.records.evaluations.box import Values
from reflect.records.groups.tables import OPEN
from reflect.records.ring import KeyRing

Filled = Literal["kept", "before", "closed"]


def fill(db: Session, ring: KeyRing, person_id: str, wave_id: str, values: Values) -> Filled:
    """Put what a member gives into the box; the words say what came of it.

    "before": this person had filled in already; "closed": the wave is not open any more. Either
    way nothing changes. Raises NoResultFound when the wave is not of a group of this person.
    """
    wave = waves.one(db, person_id, wave_id, lock=True)
    if wave.state != OPEN:
        return "closed"
    if box.marked(db, ring, wave, person_id):
        return "before"
    box.put(db, ring, wave, person_id, values)
    return "kept"
