"""The ledger as it is stored: one set of members a release, with exceptions an entry.

A release lists its entries; an entry names its measures and with which sign each counts (a mean
is {measure: 1}; a paired change {first: -1, second: 1}). A member counts once in every entry of
its release, unless its exceptions say otherwise: 0 where it is not in, 2 where it is in twice.

A union has no members: it is a sum of releases, so it says nothing that those do not say.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from reflect.disclosure import Crowd, Entry, Ledger, Row
from reflect.records.releases.tables import DRAFT, Member, Release

Signs = Mapping[str, int]  # a measure, as the ledger names it -> 1 or -1
Told = tuple[str, int]  # a release, and the number of one of its entries
MANY = 2_000  # values that one query may name
SOME = 1_000  # rows that are read at once
PART: BindParameter[str] = bindparam("part", expanding=True)
TOLD = Release.kind != DRAFT


def seen(db: Session) -> int:
    """How much was ever told: whoever decided when there was less decides again."""
    return db.scalars(select(func.count(Release.id)).where(TOLD)).one()


def ledger(db: Session, questionnaire: str, subjects: Iterable[str], floor: int) -> Ledger:
    """All that is needed to judge exactly whether something about `subjects` may be told.

    That is each release of the questionnaire with one of them in it, and each with a member of
    those. What was told of other questionnaires is about other unknowns.
    """
    near = _beside(db, questionnaire, _with(db, questionnaire, subjects))
    asked = (Release.id.in_(part) for part in some(near))
    return Ledger((entry for which in asked for _, entry in entries(db, which)), floor)


def entries(db: Session, which: ColumnElement[bool]) -> Iterator[tuple[Told, Entry]]:
    """What some releases told about their members; read one after the other."""
    lists = dict(db.execute(select(Release.id, Release.entries).where(which)).all())
    query = select(Member.release_id, Member.subject, Member.exceptions).order_by(Member.release_id)
    query = query.where(Member.release_id.in_(select(Release.id).where(which)))
    with db.execute(query.execution_options(yield_per=SOME)) as found:
        for row, those in groupby(found, key=itemgetter(0)):
            signs = json.loads(lists[row])
            for number, entry in _read(signs, ((one.subject, one.exceptions) for one in those)):
                yield (row, number), entry


def _read(
    signs: Sequence[Signs], those: Iterable[tuple[str, str | None]]
) -> Iterator[tuple[int, Entry]]:
    """The entries of a release by their numbers; all share one set of members."""
    among = set()
    rare: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for subject, exceptions in those:
        among.add(subject)
        for number, count in json.loads(exceptions).items() if exceptions else ():
            rare[int(number)][subject] = count
    everybody = frozenset(among)
    for number, of in enumerate(signs):
        row = Row(everybody, 1, rare[number])
        yield number, Entry({measure: row * sign for measure, sign in of.items()})


def _with(db: Session, questionnaire: str, subjects: Iterable[str]) -> set[str]:
    """The releases of a questionnaire with one of these subjects in it."""
    found = select(Member.release_id).distinct().join(Release, Release.id == Member.release_id)
    found = found.where(TOLD, Release.questionnaire == questionnaire)
    return _found(db, found.where(Member.subject.in_(PART)), subjects)


def _beside(db: Session, questionnaire: str, releases: Iterable[str]) -> set[str]:
    """The releases of a questionnaire with somebody of some releases in it."""
    there = aliased(Member)
    found = select(Member.release_id).distinct().join(there, there.subject == Member.subject)
    found = found.join(Release, Release.id == Member.release_id)
    found = found.where(TOLD, Release.questionnaire == questionnaire)
    return _found(db, found.where(there.release_id.in_(PART)), releases)


def _found(db: Session, query: Select[str], values: Iterable[str]) -> set[str]:
    """What a query finds about some values, a PART at a time; it keeps none of them."""
    return {row for part in some(values) for row in db.scalars(query, {PART.key: part})}


def some(values: Iterable[str]) -> Iterator[list[str]]:
    """So many at a time as a query may name."""
    whole = iter(values if isinstance(values, Crowd) else sorted(values))  # a crowd is in order
    return iter(lambda: list(islice(whole, MANY)), [])
