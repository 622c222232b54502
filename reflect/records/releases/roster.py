"""The roster of a moment: what its members gave, by subject, opened with the group's key."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from reflect.records import evaluations, sealing
from reflect.records.evaluations import Evaluation
from reflect.records.groups import Group, Moment, Wave
from reflect.records.instance import ledger_key
from reflect.records.releases.columns import Columns
from reflect.records.responses import Contribution, Response
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place


@dataclass(frozen=True)
class Given:
    """What one row gives: measure id -> 0 to 1."""

    response_id: str  # in a wave the id of the row itself
    values: Mapping[str, Fraction] = field(repr=False)


SOME = 1_000  # rows that are held sealed at once
Roster = dict[str, Given]  # subject -> what was given


def roster(db: Session, ring: KeyRing, moment_id: str) -> Roster:
    """What counts at a moment or in a wave, in full; as given() otherwise."""
    return dict(given(db, ring, moment_id))


def columns(db: Session, ring: KeyRing, moment_id: str, turn: int | None = 1) -> Columns:
    """The same by measure, for very many; as given() otherwise."""
    rows = given(db, ring, moment_id, turn)
    return Columns((subject, one.response_id, one.values) for subject, one in rows)


def given(
    db: Session, ring: KeyRing, moment_id: str, turn: int | None = 1
) -> Iterator[tuple[str, Given]]:
    """What counts at a moment or in a wave; nothing once it was destroyed. Raises Unreadable.

    A subject is an HMAC under the ledger key. At a moment it is of the person: the same one in
    every group, nobody's name, and not to be traced back once the person is erased. In a wave
    it is of the row that was given, which leads to nobody: one row is one member of that wave.

    turn: 1 for those who were in time, None for those who came later and wait.
    """
    wave = db.get(Wave, moment_id)
    return _evaluated(db, ring, wave) if wave else _contributed(db, ring, moment_id, turn)


def _contributed(
    db: Session, ring: KeyRing, moment_id: str, turn: int | None
) -> Iterator[tuple[str, Given]]:
    group = db.scalars(select(Group).join(Moment).where(Moment.id == moment_id)).one()
    if group.wrapped_key is None:
        return
    subjects = ledger_key(db, ring)
    secret = ring.opened(group.wrapped_key, Place("group", group.id))
    query = select(Contribution.response_id, Contribution.sealed, Response.person_id)
    query = query.join(Response, Contribution.response_id == Response.id).where(
        Contribution.moment_id == moment_id, Contribution.turn.is_not_distinct_from(turn)
    )
    query = query.order_by(Contribution.response_id)  # as its index has them already
    with db.execute(query.execution_options(yield_per=SOME)) as rows:
        for row, sealed, person_id in rows:
            place = Place("contribution", row, moment_id, group.fingerprint)
            yield sealing.digest(subjects, person_id).hex(), _given(secret, sealed, place)


def held(db: Session, moment_id: str, *, lock: bool = False) -> frozenset[str]:
    """Who came late and waits, without opening what they gave, for it never changes.

    `lock`: none is erased until the transaction ends; one that is being erased is not in.
    """
    query = _given_to([moment_id], None)
    return frozenset(db.scalars(_locked(db, query) if lock else query))


def count(db: Session, moment_ids: Iterable[str], *, lock: bool = False) -> int:
    """How many count at moments of which none is open: from then on they can only become fewer.

    `lock`: as held() does.
    """
    asked = list(moment_ids)
    query = _given_to(asked, 1)
    rows = select(func.count()).where(Evaluation.moment_id.in_(asked))
    whole = select(func.count()).select_from((_locked(db, query) if lock else query).subquery())
    return db.scalars(whole).one() + db.scalars(rows).one()


def _given_to(moment_ids: Sequence[str], turn: int | None) -> Select[str]:
    counted = Contribution.turn.is_not_distinct_from(turn)
    return select(Contribution.response_id).where(Contribution.moment_id.in_(moment_ids), counted)


def _locked(db: Session, query: Select[str]) -> Select[str]:
    """With the responses, which are erased first; on SQLite nobody else writes meanwhile."""
    if db.connection().dialect.name == "sqlite":
        return query
    query = query.join(Response, Contribution.response_id == Response.id)
    return query.with_for_update(read=True, of=Response)


def submitted(db: Session, moment_id: str) -> int:
    """How many count: for the band "fewer than K" or "enough", never to be shown."""
    return submitted_of(db, [moment_id])[moment_id]


def submitted_of(db: Session, moment_ids: Iterable[str]) -> Counter[str]:
    """The same of several moments and waves at once; two queries, however many there are."""
    asked = list(moment_ids)
    contributed = select(Contribution.moment_id, func.count()).group_by(Contribution.moment_id)
    in_time = Contribution.moment_id.in_(asked) & (Contribution.turn == 1)
    rows = db.execute(contributed.where(in_time))
    return Counter(dict(rows.all())) + evaluations.numbers(db, asked)


def _evaluated(db: Session, ring: KeyRing, wave: Wave) -> Iterator[tuple[str, Given]]:
    subjects = ledger_key(db, ring)
    for row, values in evaluations.given(db, ring, wave).items():
        yield sealing.digest(subjects, row).hex(), Given(row, values)


def _given(secret: bytes, sealed: bytes, place: Place) -> Given:
    told = json.loads(sealing.opened(secret, sealed, place))
    return Given(place.row, {name: _fraction(value) for name, value in told.items()})


@lru_cache(maxsize=10_000)
def _fraction(text: str) -> Fraction:
    """Scales have few points: of many people most give the same fractions, read once."""
    return Fraction(text)
