"""The pool: contributions that were too few to tell of, under the key of the organisation."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.base import opaque
from reflect.records.organisations import pool_key
from reflect.records.releases.measured import Measured
from reflect.records.releases.roster import Roster
from reflect.records.releases.tables import Pool
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place


def put(
    db: Session,
    ring: KeyRing,
    measured: Measured,
    waiting: Mapping[str, Roster],
    at: datetime,
) -> None:
    """Let contributions wait (measure id -> who gave), each value in an envelope of its own."""
    if not any(waiting.values()):
        return
    secret = pool_key(db, ring, measured.organisation.id)
    for measure, roster in waiting.items():
        for given in roster.values():
            row = opaque()
            place = Place("pool", row, given.response_id, measured.group.fingerprint)
            value = str(given.values[measure]).encode()
            db.add(
                Pool(
                    id=row,
                    organisation_id=measured.organisation.id,
                    response_id=given.response_id,
                    fingerprint=measured.group.fingerprint,
                    measure=measured.key(measure),
                    day=at.date(),
                    sealed=sealing.seal(secret, value, place),
                )
            )
    db.flush()


def among(roster: Roster, pooled: Mapping[str, Iterable[str]]) -> dict[str, Roster]:
    """Of a roster, per measure, those who wait."""
    return {
        measure: {subject: roster[subject] for subject in subjects}
        for measure, subjects in pooled.items()
    }
