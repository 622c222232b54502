"""The ledger as it is stored: one set of members a release, with exceptions an entry.

A release lists its entries; an entry names its measures and with which sign each counts (a mean
is {measure: 1}; a paired change {first: -1, second: 1}). A member counts once in every entry of
its release, unless its exceptions say otherwise: 0 where it is not in, 2 where it is in twice.

A union has no members: it is a sum of releases, so it says nothing that those do not say.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from reflect.disclosure import Cell, Entry, Ledger
from reflect.records.releases.tables import DRAFT, Member, Release

Signs = Mapping[str, int]  # a measure, as the ledger names it -> 1 or -1
Times = Mapping[str, int]  # a subject -> how often it counts
Row = dict[str, Any]
Told = tuple[str, int]  # a release, and the number of one of its entries
MANY = 10_000  # values that one query may name
TOLD = Release.kind != DRAFT


def seen(db: Session) -> int:
    """How much was ever told: whoever decided when there was less decides again."""
    return db.scalars(select(func.count(Release.id)).where(TOLD)).one()


def ledger(db: Session, questionnaire: str, subjects: Iterable[str], floor: int) -> Ledger:
    """All that is needed to judge exactly whether something about `subjects` may be told.

    That is each release of the questionnaire with one of them in it, and each with a member of
    those. What was told of other questionnaires is about other unknowns.
    """
    near = _with(db, questionnaire, _in(db, _with(db, questionnaire, subjects)))
    asked = (Release.id.in_(some) for some in _some(near))
    return Ledger((entry for which in asked for entry in entries(db, which).values()), floor)


def entries(db: Session, which: ColumnElement[bool]) -> dict[Told, Entry]:
    """What some releases told about their members."""
    query = select(Release.id, Release.entries, Member.subject, Member.exceptions)
    query = query.join(Member, Member.release_id == Release.id).where(which)
    told: defaultdict[Told, dict[Cell, int]] = defaultdict(dict)
    lists: dict[str, list[Signs]] = {}
    for row, listed, subject, exceptions in db.execute(query):
        times = json.loads(exceptions) if exceptions else {}
        signs_of = lists.get(row) or lists.setdefault(row, json.loads(listed))
        for number, signs in enumerate(signs_of):
            if count := times.get(str(number), 1):
                cells = {(measure, subject): sign * count for measure, sign in signs.items()}
                told[row, number].update(cells)
    return {place: Entry(cells) for place, cells in told.items()}


def members(release: Release, told: Sequence[Entry]) -> list[Row]:
    """Write on `release` what it tells; the rows of whom. ValueError for what cannot be written."""
    taken = [_taken_apart(entry) for entry in told]
    release.entries = json.dumps([signs for signs, _ in taken])
    everybody = {subject for _, times in taken for subject in times}
    rare: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, (_, times) in enumerate(taken):
        once = {subject for subject, count in times.items() if count == 1}
        for subject in everybody - once:
            rare[subject][number] = times.get(subject, 0)
    return [
        {
            "release_id": release.id,
            "subject": subject,
            "exceptions": json.dumps(rare[subject]) if subject in rare else None,
        }
        for subject in sorted(everybody)
    ]


def _taken_apart(entry: Entry) -> tuple[Signs, Times]:
    """An entry as signs and counts: every subject counts as often in each of its measures."""
    rows = entry.rows()
    signs = {measure: 1 if min(row.values()) > 0 else -1 for measure, row in rows.items()}
    times = {subject: abs(count) for row in rows.values() for subject, count in row.items()}
    whole = {(measure, one): sign * times[one] for measure, sign in signs.items() for one in times}
    if whole != dict(entry.coefficients):
        raise ValueError("somebody counts differently in two measures of one entry")
    return signs, times


def _with(db: Session, questionnaire: str, subjects: Iterable[str]) -> set[str]:
    """The releases of a questionnaire with one of these subjects in it."""
    found = select(Member.release_id).join(Release, Release.id == Member.release_id)
    found = found.where(TOLD, Release.questionnaire == questionnaire)
    asked = (found.where(Member.subject.in_(some)) for some in _some(subjects))
    return {row for query in asked for row in db.scalars(query)}


def _in(db: Session, releases: Iterable[str]) -> set[str]:
    """The subjects of some releases."""
    found = select(Member.subject).distinct()
    asked = (found.where(Member.release_id.in_(some)) for some in _some(releases))
    return {subject for query in asked for subject in db.scalars(query)}


def _some(values: Iterable[str]) -> Iterator[list[str]]:
    """So many at a time as a query may name."""
    whole = sorted(values)
    return (whole[start : start + MANY] for start in range(0, len(whole), MANY))
