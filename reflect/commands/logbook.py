"""The audit log as commands write it: what was typed, what a night did, and where the log ends."""

import sys
from datetime import datetime

from reflect.records import audit
from reflect.records.audit import NIGHT, OPERATOR, Event
from reflect.records.audit.checking import Heads
from reflect.records.engine import Database
from reflect.records.ring import KeyRing
from reflect.records.sealing import Unreadable


def noted(database: Database, ring: KeyRing, action: str, at: datetime, detail: str = "") -> None:
    """Note what an operator did, where nothing else is written with it."""
    with database.writing() as db:
        audit.note(db, ring, Event(action, OPERATOR, detail=detail), at)
        db.commit()


def night(database: Database, ring: KeyRing, done: str, at: datetime) -> bool:
    """Note a night, and drop what is past its term; whether the log is whole.

    One that is not stays as it is, with all its lines, for whoever looks into it.
    """
    with database.reading() as db:
        faults = audit.faults(db, ring)
    warn(faults)
    try:
        with database.writing() as db:
            if not faults:
                audit.drop(db, ring, at.date())
            event = Event("instance:night", NIGHT, "", done, "failed" if faults else "ok")
            audit.note(db, ring, event, at)
            db.commit()
        with database.reading() as db:
            print("The audit log ends at", *printed(audit.heads(db, ring)))
    except Unreadable:  # told above: there is no head to go on from
        return False
    return not faults


def warn(faults: list[str]) -> None:
    """What is wrong with the log, for whoever runs the server."""
    for fault in faults:
        print(f"reflect: the audit log is not whole: {fault}", file=sys.stderr)


def printed(heads: Heads) -> list[str]:
    """Heads as they are printed, and read again."""
    return [f"{chain}:{number}:{digest}" for chain, (number, digest) in heads.items()]
