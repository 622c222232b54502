"""Second factors of staff: a secret that their authenticator has too; each code works once."""

import base64
import hmac
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from sqlalchemy import LargeBinary, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from reflect.records.base import UNORDERED, Base, belongs_to
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place

SECRET = 20  # bytes: RFC 4226, 4, asks 160 bits
STEP, DIGITS = 30, 6  # seconds, and digits of a code: what every authenticator does (RFC 6238)
DRIFT = (-1, 0, 1)  # steps that a clock may be off (RFC 6238, 5.2)
LOCKED_AFTER = 50  # wrong codes on end: patience alone would find one of a million at last


class Factor(Base):
    """The secret of one member of staff, and what became of the codes."""

    __tablename__ = "factor"
    __table_args__ = UNORDERED

    staff_id: Mapped[str] = mapped_column(belongs_to("staff"), primary_key=True)
    sealed_secret: Mapped[bytes] = mapped_column(LargeBinary)
    last_step: Mapped[int]  # of the code that was accepted last: none before it works again
    failures: Mapped[int] = mapped_column(default=0)  # since then

    @property
    def is_locked(self) -> bool:
        """Whether it takes no code any more, before it is reset."""
        return self.failures >= LOCKED_AFTER


def code(secret: bytes, step: int) -> str:
    """What an authenticator shows in this step of time."""
    shown = TOTP(secret, DIGITS, SHA1(), STEP).generate(step * STEP)  # noqa: S303 - what authenticators do
    return shown.decode()


def step(at: datetime) -> int:
    """The step of time that this moment is in."""
    return int(at.timestamp()) // STEP


def accepted(secret: bytes, typed: str, at: datetime, *, after: int = -1) -> int | None:
    """The step whose code was typed; None when it is wrong, too old, or used: not `after`."""
    given = "".join(typed.split()).encode()
    steps = [step(at) + drift for drift in DRIFT]
    right = [one for one in steps if hmac.compare_digest(code(secret, one).encode(), given)]
    return next((one for one in right if one > after), None)


def fresh(ring: KeyRing, token: str, found: Factor | None) -> bytes:
    """The secret that a session is offered: the same each time its page is drawn, and not kept.

    Once that session has a factor, it is offered another.
    """
    before = found.sealed_secret.hex() if found else ""
    return ring.digest("new factor", f"{token} {before}")[-SECRET:]


def address(secret: bytes, email: str) -> str:
    """What an authenticator reads from a QR code."""
    return TOTP(secret, DIGITS, SHA1(), STEP).get_provisioning_uri(email, "Reflect")  # noqa: S303 - as above


def spelled(secret: bytes) -> str:
    """A secret as it is typed into an authenticator: ABCD EFGH, base32 (RFC 4648)."""
    letters = base64.b32encode(secret).decode()
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def of(db: Session, staff_id: str) -> Factor | None:
    """The factor of a member of staff; None when there is none yet."""
    return db.get(Factor, staff_id)


def enrol(db: Session, ring: KeyRing, staff_id: str, secret: bytes, last_step: int) -> None:
    """From now on this secret, and the one before no more."""
    drop(db, staff_id)
    sealed = ring.seal(secret, _place(staff_id))
    db.add(Factor(staff_id=staff_id, sealed_secret=sealed, last_step=last_step))
    db.flush()


def check(db: Session, ring: KeyRing, staff_id: str, typed: str, at: datetime) -> bool:
    """Whether this is a code that works now; it works no second time. Wrong ones are counted."""
    held = select(Factor).where(Factor.staff_id == staff_id).with_for_update()
    factor = db.scalars(held).one_or_none()
    if factor is None or factor.is_locked:
        return False
    secret = ring.opened(factor.sealed_secret, _place(staff_id))
    found = accepted(secret, typed, at, after=factor.last_step)
    if found is None:
        factor.failures += 1
    else:
        factor.last_step, factor.failures = found, 0
    db.flush()
    return found is not None


def drop(db: Session, staff_id: str) -> None:
    """No second factor any more; a new one is asked for at the next sign-in."""
    db.execute(delete(Factor).where(Factor.staff_id == staff_id))


def _place(staff_id: str) -> Place:
    return Place("factor", staff_id)
