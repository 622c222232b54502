"""The ledger as it is stored: one set of members a release, with exceptions an entry.

A release lists its entries; an entry names its measures and with which sign each counts (a mean
is {measure: 1}; a paired change {first: -1, second: 1}). A member counts once in every entry of
its release, unless its exceptions say otherwise: 0 where it is not in, 2 where it is in twice.
"""

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from reflect.disclosure import Cell, Entry, Ledger
from reflect.records.releases.tables import Member, Release

Signs = Mapping[str, int]  # a measure, as the ledger names it -> 1 or -1
Times = Mapping[str, int]  # a subject -> how often it counts


def ledger(db: Session, subjects: Iterable[str], floor: int) -> Ledger:
    """All that is needed to judge exactly whether something about `subjects` may be told.

    That is each release with one of them in it, and each with a member of those.
    """
    first = select(Member.release_id).where(Member.subject.in_(list(subjects)))
    second = select(Member.subject).where(Member.release_id.in_(first))
    third = select(Member.release_id).where(Member.subject.in_(second))
    query = select(Release.id, Release.entries, Member.subject, Member.exceptions)
    query = query.join(Member, Member.release_id == Release.id).where(Release.id.in_(third))
    told: dict[tuple[str, int], dict[Cell, int]] = {}
    for row, entries, subject, exceptions in db.execute(query):
        times = json.loads(exceptions or "{}")
        for number, signs in enumerate(json.loads(entries)):
            cells = told.setdefault((row, number), {})
            count = times.get(str(number), 1)
            cells |= {(measure, subject): sign * count for measure, sign in signs.items() if count}
    return Ledger([Entry(cells) for cells in told.values()], floor)


def remember(db: Session, release: Release, entries: Iterable[Entry]) -> None:
    """Write down what `release` tells, and about whom. ValueError for what cannot be written."""
    taken = [_taken_apart(entry) for entry in entries]
    release.entries = json.dumps([signs for signs, _ in taken])
    db.add(release)
    db.flush()
    for subject in sorted({subject for _, times in taken for subject in times}):
        counts = {number: times.get(subject, 0) for number, (_, times) in enumerate(taken)}
        exceptions = {number: count for number, count in counts.items() if count != 1}
        told = json.dumps(exceptions) if exceptions else None
        db.add(Member(release_id=release.id, subject=subject, exceptions=told))
    db.flush()


def _taken_apart(entry: Entry) -> tuple[Signs, Times]:
    """An entry as signs and counts: every subject counts as often in each of its measures."""
    rows = entry.rows()
    signs = {measure: 1 if min(row.values()) > 0 else -1 for measure, row in rows.items()}
    times = {subject: abs(count) for row in rows.values() for subject, count in row.items()}
    whole = {(measure, one): sign * times[one] for measure, sign in signs.items() for one in times}
    if whole != dict(entry.coefficients):
        raise ValueError("somebody counts differently in two measures of one entry")
    return signs, times
