"""What staff proves beyond a password: asked at signing in, and again before weighty things."""

from collections.abc import Callable
from dataclasses import dataclass, field

from flask import request

from reflect.records import attempts, factors, looks, outbox, passwords, sessions, spares, staff
from reflect.records import devices as records
from reflect.records.attempts import Kind
from reflect.records.devices import Arrival
from reflect.records.engine import Session, alone
from reflect.records.outbox import Letter
from reflect.web import current, devices, noting


@dataclass(frozen=True)
class Outcome:
    """What became of a try: the token of a session, or the key of why not, and its status."""

    token: str = ""
    fault: str = ""
    status: int = 400


@dataclass(frozen=True)
class Given:
    """What was typed: a code of the authenticator, or a spare one; a password where none is."""

    code: str = field(default="", repr=False)
    spare: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        """Whether anything was typed."""
        return bool(self.code or self.spare or self.password)


EMPTY = Outcome(fault="authenticator.empty")
WRONG = Outcome(fault="authenticator.wrong")
TOO_OFTEN = Outcome(fault="authenticator.too_often", status=429)
LOCKED = Outcome(fault="authenticator.locked", status=429)


def begun(db: Session, staff_id: str) -> str:
    """A session after the right password; whole at once where nothing else is asked."""
    ring, at = current.house().ring, current.now()
    token = sessions.begin(db, kind="staff", owner=staff_id, at=at)
    sessions.mark(db, token, looks.of_staff(devices.looks(), staff_id, ring))
    here = sessions.find(db, token, at)
    asks = current.house().config.asks_second_factor or factors.of(db, staff_id) is not None
    return token if here is None or asks else completed(db, here)


def completed(db: Session, here: sessions.Current) -> str:
    """A session is whole from now on; its new token. A device nobody knew is told of."""
    house, at = current.house(), current.now()
    arrival = Arrival(here.owner, devices.cookie())
    is_strange = records.arrive(db, house.ring, arrival, devices.looks(), at)
    if is_strange and house.config.sends_mail:
        email = staff.email(staff.one(db, here.owner), house.ring)
        letter = Letter("device", email, current.language().code)
        outbox.put(db, house.ring, letter, key=f"device {here.owner}", at=at)
    token = sessions.prove(db, here.session_id, at)
    noting.note_of(db, here.owner, "staff:sign-in")
    return token


def proven(staff_id: str, given: Given, then: Callable[[Session], str]) -> Outcome:
    """Do `then` when it is right, and give the token it gives; failures are counted."""
    if not given:
        return EMPTY
    ring, at, tried = current.house().ring, current.now(), _tried(staff_id)
    if attempts.blocked(current.db(), ring, tried, at):
        return TOO_OFTEN
    has_password = _has_password(staff_id, given.password)
    with current.writing() as db:
        alone(db, f"attempt factor {staff_id}")
        if attempts.blocked(db, ring, tried, at):
            return TOO_OFTEN
        factor = factors.of(db, staff_id)
        if factor is not None and factor.is_locked:
            return LOCKED
        is_right = has_password if factor is None else _is_code(db, staff_id, given)
        outcome = Outcome(then(db)) if is_right else WRONG
        if not is_right:
            failed(db, tried, "code", staff_id)
        db.commit()
    return outcome


def failed(db: Session, tried: dict[Kind, str], what: str, staff_id: str = "") -> None:
    """Count a failure, and note it; the one that makes them too many shuts the door."""
    ring, at = current.house().ring, current.now()
    attempts.failed(db, ring, tried, at)
    noting.note_failed(db, staff_id, what)
    if attempts.blocked(db, ring, tried, at):
        noting.note_limit(db, what)


def _is_code(db: Session, staff_id: str, given: Given) -> bool:
    if given.spare:
        return spares.use(db, staff_id, given.spare)
    return factors.check(db, current.house().ring, staff_id, given.code, current.now())


def _has_password(staff_id: str, password: str) -> bool:
    """Hashed while no transaction is open; only where there is no factor does it count."""
    if not password:
        return False
    kept = staff.one(current.db(), staff_id).password_hash
    current.rest()
    return passwords.verify(kept, password)


def _tried(staff_id: str) -> dict[Kind, str]:
    """By account; on a strange device by address too, where others may have guessed wrong."""
    account: dict[Kind, str] = {"account": f"factor {staff_id}"}
    is_known = devices.is_known(staff_id)
    return account if is_known else account | {"address": request.remote_addr or ""}
