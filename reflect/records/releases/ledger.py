"""The ledger as it is stored: one set of members a release, with exceptions a measure."""

import json
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from reflect.disclosure import Entry, Ledger
from reflect.records.releases.tables import Member, Release


def ledger(db: Session, subjects: Iterable[str], floor: int) -> Ledger:
    """All that is needed to judge exactly whether something about `subjects` may be told.

    That is each release with one of them in it, and each with a member of those.
    """
    first = select(Member.release_id).where(Member.subject.in_(list(subjects)))
    second = select(Member.subject).where(Member.release_id.in_(first))
    third = select(Member.release_id).where(Member.subject.in_(second))
    query = select(Release.measures, Release.id, Member.subject, Member.missing)
    query = query.join(Member, Member.release_id == Release.id).where(Release.id.in_(third))
    told: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for measures, row, subject, missing in db.execute(query):
        for measure in set(json.loads(measures)) - set(json.loads(missing or "[]")):
            told[row, measure].add(subject)
    return Ledger([Entry.over(measure, among) for (_, measure), among in told.items()], floor)


def remember(db: Session, release: Release, entries: Iterable[Entry]) -> None:
    """Write down what `release` tells, and about whom; each entry is a mean of one measure."""
    cells = {cell for entry in entries for cell in entry.coefficients}
    measures = sorted({measure for measure, _ in cells})
    release.measures = json.dumps(measures)
    db.add(release)
    db.flush()
    for subject in sorted({subject for _, subject in cells}):
        missing = [measure for measure in measures if (measure, subject) not in cells]
        db.add(
            Member(
                release_id=release.id,
                subject=subject,
                missing=json.dumps(missing) if missing else None,
            )
        )
    db.flush()
