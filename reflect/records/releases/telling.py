"""What is told of a moment: stored once beside its sealed sums, and served as it is stored."""

import json
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from reflect.disclosure import Decision
from reflect.disclosure import Release as Told
from reflect.records.base import opaque
from reflect.records.releases.ledger import remember
from reflect.records.releases.measured import Measured
from reflect.records.releases.tables import Release
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place


def tell(db: Session, ring: KeyRing, here: Measured, decision: Decision, day: date) -> None:
    """Store the release of a moment closed on `day`, and write down about whom it was."""
    row = opaque()
    sums = {
        here.key(measure): (str(exact.total), exact.count)
        for measure, exact in decision.sums.items()
    }
    release = Release(
        id=row,
        moment_id=here.moment.id,
        questionnaire=here.definition.questionnaire,
        scope_id=here.group.id,
        published=json.dumps(_told(here, decision, day).to_json()),
        sealed_sums=ring.seal(json.dumps(sums).encode(), Place("release", row)),
    )
    remember(db, release, decision.entries)


def of_moment(db: Session, moment_id: str) -> dict[str, Any] | None:
    """What its closing told (JSON, for Release.from_json); None until the moment is closed."""
    published = select(Release.published).filter_by(moment_id=moment_id, turn=1)
    found = db.scalars(published).one_or_none()
    return None if found is None else json.loads(found)


def _told(here: Measured, decision: Decision, day: date) -> Told:
    moment, definition = here.moment, here.definition
    return Told(
        questionnaire=definition.questionnaire,
        version=definition.version,
        fingerprint=definition.fingerprint,
        phase=moment.phase,
        moment=moment.number,
        closed=day,
        group=here.group.name,
        organisation=here.organisation.name,
        figures=decision.figures,
        withheld=decision.withheld,
    )
