"""The pool: contributions that were too few to tell of, under the key of the organisation."""

from datetime import date

from reflect.disclosure import Decision
from reflect.records import sealing
from reflect.records.base import opaque
from reflect.records.releases.ledger import Row
from reflect.records.releases.measured import Measured
from reflect.records.releases.roster import Given, Roster
from reflect.records.sealing import Place


def waiting(
    secret: bytes, here: Measured, roster: Roster, decision: Decision, day: date
) -> list[Row]:
    """The rows of what is withheld, each value in an envelope of its own."""
    return [
        _row(secret, here, roster[subject], measure) | {"day": day}
        for measure, subjects in decision.pooled.items()
        for subject in sorted(subjects)
    ]


def _row(secret: bytes, here: Measured, given: Given, measure: str) -> Row:
    row = opaque()
    place = Place("pool", row, given.response_id, here.group.fingerprint)
    return {
        "id": row,
        "organisation_id": here.organisation.id,
        "response_id": given.response_id,
        "fingerprint": here.group.fingerprint,
        "measure": here.key(measure),
        "sealed": sealing.seal(secret, str(given.values[measure]).encode(), place),
    }
