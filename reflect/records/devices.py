"""Devices that staff signed in with: recognised by a cookie, so that a strange one is told of."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, LargeBinary, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records import terms
from reflect.records.base import UNORDERED, Base, Id, belongs_to, opaque
from reflect.records.looks import Looks
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place


class Device(Base):
    """A browser of a member of staff; the hash is of its cookie and of who it is."""

    __tablename__ = "device"
    __table_args__ = UNORDERED

    id: Mapped[Id]
    lookup: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    staff_id: Mapped[str] = mapped_column(belongs_to("staff"), index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    day: Mapped[date] = mapped_column(index=True)
    told: Mapped[bool]


@dataclass(frozen=True)
class Strange:
    """A device that its owner has not said to know: what it looked like, and when it came."""

    looks: Looks
    day: date


@dataclass(frozen=True)
class Arrival:
    """Who signs in, and by which cookie."""

    staff_id: str
    cookie: str

    @property
    def lookup(self) -> bytes:
        """What the device is recognised by: on a shared one, each member of staff anew."""
        return hashlib.sha256(f"{self.staff_id} {self.cookie}".encode()).digest()


def arrive(db: Session, ring: KeyRing, who: Arrival, looks: Looks, at: datetime) -> bool:
    """Somebody signs in; whether that is on a device to tell of: new, and not their first."""
    known = db.scalars(select(Device).where(Device.lookup == who.lookup)).one_or_none()
    if known is not None:
        known.day = at.date()
        db.flush()
        return False
    is_first = db.scalars(select(Device.id).where(Device.staff_id == who.staff_id)).first() is None
    row, told = opaque(), is_first
    sealed = ring.seal(json.dumps(looks).encode(), Place("device", row, who.staff_id))
    known = Device(id=row, lookup=who.lookup, staff_id=who.staff_id, sealed=sealed)
    known.day, known.told = at.date(), told
    db.add(known)
    db.flush()
    return not told


def is_known(db: Session, who: Arrival) -> bool:
    """Whether they signed in with this device before."""
    return db.scalars(select(Device.id).where(Device.lookup == who.lookup)).first() is not None


def strange(db: Session, ring: KeyRing, who: Arrival) -> list[Strange]:
    """The devices to tell of; to whoever sits at another one."""
    found = db.scalars(select(Device).where(_to_tell(who)).order_by(Device.day, Device.id))
    return [Strange(_looks(ring, one), one.day) for one in found]


def know(db: Session, who: Arrival) -> None:
    """Their owner was told of the other devices, and knows them."""
    db.execute(update(Device).where(_to_tell(who)).values(told=True))


def forget(db: Session, staff_id: str) -> None:
    """No device is known any more."""
    db.execute(delete(Device).where(Device.staff_id == staff_id))


def sweep(db: Session, at: datetime) -> None:
    """Devices that nobody signed in with for so long are strange again."""
    db.execute(delete(Device).where(Device.day < (at - terms.DEVICE.length).date()))


def _to_tell(who: Arrival) -> ColumnElement[bool]:
    return (Device.staff_id == who.staff_id) & ~Device.told & (Device.lookup != who.lookup)


def _looks(ring: KeyRing, row: Device) -> Looks:
    whole: Looks = json.loads(ring.opened(row.sealed, Place("device", row.id, row.staff_id)))
    return whole
