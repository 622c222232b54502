"""The box of a wave: what was given, and who gave, with nothing between the two.

Both lie under the wave's secret. Whoever fills in has the whole box written anew, under new ids
and in new envelopes. So no row is newer than another, in the order of the file or by the number
of the transaction that wrote it, and the last to come cannot be laid beside what came last.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from operator import itemgetter
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.base import opaque
from reflect.records.evaluations.tables import Evaluation, Used
from reflect.records.groups import Wave
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place

Values = Mapping[str, Fraction]  # measure id -> 0 to 1


def marked(db: Session, ring: KeyRing, wave: Wave, person_id: str) -> bool:
    """Whether this person has filled in; of nobody it is known once the secret is destroyed."""
    if wave.wrapped_secret is None:
        return False
    return db.get(Used, (wave.id, _mark(_secret(ring, wave), person_id))) is not None


def filled(db: Session, ring: KeyRing, waves: Iterable[Wave], person_id: str) -> set[str]:
    """In which of these waves this person has filled in: their ids, by one query."""
    open_ones = [wave for wave in waves if wave.wrapped_secret is not None]
    marks = [_mark(_secret(ring, wave), person_id) for wave in open_ones]
    return set(db.scalars(select(Used.moment_id).where(Used.digest.in_(marks))))


def put(db: Session, ring: KeyRing, wave: Wave, person_id: str, values: Values) -> None:
    """Add what somebody gives; the wave is locked."""
    held = [*given(db, ring, wave).values(), values]
    marks = {*_marks(db, wave), _mark(_secret(ring, wave), person_id)}
    _empty(db, wave)
    _write(db, ring, wave, held)
    rows = [{"moment_id": wave.id, "digest": each} for each in sorted(marks)]
    db.execute(insert(Used), rows)


def given(db: Session, ring: KeyRing, wave: Wave) -> dict[str, Values]:
    """What was given, by the id of its row; empty once it was destroyed. Raises Unreadable."""
    if wave.wrapped_secret is None:
        return {}
    rows = db.execute(select(Evaluation.id, Evaluation.sealed).filter_by(moment_id=wave.id))
    return {row: _read(opened(ring, wave, row, sealed)) for row, sealed in rows}


def opened(ring: KeyRing, wave: Wave, row: str, sealed: bytes) -> bytes:
    """What was given in one row, still as JSON. Raises Unreadable."""
    return sealing.opened(_answers(_secret(ring, wave)), sealed, _place(wave, row))


def numbers(db: Session, wave_ids: Iterable[str]) -> Counter[str]:
    """How many have filled in: for the band "fewer than K" or "enough", never to be shown."""
    given = select(Evaluation.moment_id, func.count()).group_by(Evaluation.moment_id)
    rows = db.execute(given.where(Evaluation.moment_id.in_(list(wave_ids))))
    return Counter(dict(rows.all()))


def destroy(db: Session, wave: Wave) -> None:
    """Nothing is left of what was given nor of who gave; the secret goes too."""
    _empty(db, wave)
    wave.wrapped_secret = None
    db.flush()


def _empty(db: Session, wave: Wave) -> None:
    for table in (Evaluation, Used):
        db.execute(delete(table).where(table.moment_id == wave.id))


def _write(db: Session, ring: KeyRing, wave: Wave, held: Sequence[Values]) -> None:
    key = _answers(_secret(ring, wave))
    rows: list[dict[str, Any]] = []
    for values in held:
        row = opaque()
        told = json.dumps({measure: str(value) for measure, value in values.items()}).encode()
        sealed = sealing.seal(key, told, _place(wave, row))
        rows.append({"id": row, "moment_id": wave.id, "sealed": sealed})
    db.execute(insert(Evaluation), sorted(rows, key=itemgetter("id")))  # not as they came


def _read(contents: bytes) -> Values:
    return {measure: Fraction(value) for measure, value in json.loads(contents).items()}


def _marks(db: Session, wave: Wave) -> Iterable[bytes]:
    return db.scalars(select(Used.digest).where(Used.moment_id == wave.id))


def _mark(secret: bytes, person_id: str) -> bytes:
    """Of the person and not of the membership: who leaves and joins again is the same one."""
    return sealing.digest(sealing.derive(secret, "used"), person_id)


def _answers(secret: bytes) -> bytes:
    return sealing.derive(secret, "evaluation")


def _secret(ring: KeyRing, wave: Wave) -> bytes:
    return ring.opened(wave.wrapped_secret or b"", Place("moment", wave.id))


def _place(wave: Wave, row: str) -> Place:
    return Place("evaluation", row, wave.id, wave.fingerprint or "")
