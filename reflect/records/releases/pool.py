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
    common = {
        "organisation_id": here.organisation.id,
        "fingerprint": here.group.fingerprint,
        "day": day,
    }
    return [
        {**common, "measure": name, **_sealed(secret, here.group.fingerprint, one, measure)}
        for measure, subjects in decision.pooled.items()
        for name in (here.key(measure),)
        for one in (roster[subject] for subject in sorted(subjects))
    ]


def _sealed(secret: bytes, fingerprint: str, given: Given, measure: str) -> Row:
    row = opaque()
    place = Place("pool", row, given.response_id, fingerprint)
    sealed = sealing.seal(secret, str(given.values[measure]).encode(), place)
    return {"id": row, "response_id": given.response_id, "sealed": sealed}
