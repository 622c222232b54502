"""Limits at the doors of recovery: how often a mailbox is written to, and a check code guessed."""

from datetime import datetime

from flask import request

from reflect.records import addresses, attempts, recovery
from reflect.records.addresses import Mailbox
from reflect.records.attempts import Kind
from reflect.records.engine import Session, alone
from reflect.records.people import Opened
from reflect.web import current, noting


def begun(me: Opened, box: Mailbox) -> bool:
    """A check code goes out; False when too many mails were asked for."""
    ring, at = current.house().ring, current.now()
    with current.writing() as db:
        if may := _may_knock(db, box, at):
            recovery.begin(db, ring, me, box, at)
        db.commit()
    return may


def asked(box: Mailbox) -> bool:
    """A question goes out, and not yet an answer; False when too many mails were asked for."""
    ring, at = current.house().ring, current.now()
    with current.writing() as db:
        if may := _may_knock(db, box, at):
            recovery.ask(db, ring, box, at)
        db.commit()
    return may


def _may_knock(db: Session, box: Mailbox, at: datetime) -> bool:
    """Count a mail that is asked for; False when too many were, known address or not."""
    ring = current.house().ring
    tried = _tried(box)
    alone(db, f"attempt {tried['mailbox']}")
    if attempts.blocked(db, ring, tried, at):
        return False
    attempts.failed(db, ring, tried, at)
    return True


def proves(me: Opened, typed: str) -> bool:
    """Whether it is the check code that was mailed; then recovery is on. Wrong ones are counted."""
    ring, at = current.house().ring, current.now()
    tried = _guessed(me)
    with current.writing() as db:
        alone(db, f"attempt {me.person_id}")
        if attempts.blocked(db, ring, tried, at):
            return False
        is_right = recovery.confirm(db, ring, me, typed, at)
        if not is_right:
            attempts.failed(db, ring, tried, at)
        if is_right or attempts.blocked(db, ring, tried, at):
            noting.note_person(db, "recovery-on" if is_right else "limit")
        db.commit()
    return is_right


def _tried(box: Mailbox) -> dict[Kind, str]:
    return {"mailbox": addresses.mailbox(box.email), "address": f"mail {request.remote_addr}"}


def _guessed(me: Opened) -> dict[Kind, str]:
    return {"account": f"check {me.person_id}"}
