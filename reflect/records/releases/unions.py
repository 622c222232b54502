"""Unions: what a trainer's groups were told, an organisation's, and all, added up anew."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from reflect.disclosure import Measure, Phase, Scope, Sum, key, unite
from reflect.disclosure import Release as Told
from reflect.questionnaire import Questionnaire, same
from reflect.records.definitions import Definition
from reflect.records.groups import Group, Moment
from reflect.records.releases.changing import exact_sums
from reflect.records.releases.drafts import Draft, Drawn, draft, stands, write
from reflect.records.releases.ledger import seen
from reflect.records.releases.tables import POOL, UNION, Release
from reflect.records.ring import KeyRing

FEWEST = 2  # sets: one alone is told already


class Place(NamedTuple):
    """What is added up: where, of which questionnaire, at which moment."""

    scope: Scope
    scope_id: str
    questionnaire: str
    moment: int
    phase: Phase


@dataclass(frozen=True)
class Part:
    """A set that was told, and its exact sums by measure id."""

    id: str
    told: Told
    sums: Mapping[str, Sum] = field(repr=False)


def draw_unions(db: Session, ring: KeyRing, day: date) -> Drawn | None:
    """A new union wherever there are sets that the last one did not have; None when nowhere."""
    held: defaultdict[Place, list[Part]] = defaultdict(list)
    for part, staff_id, organisation_id in _parts(db, ring):
        for place in _places(part.told, staff_id, organisation_id) if part.sums else ():
            held[place].append(part)
    last = _last(db)
    drafts = [
        _union(db, ring, place, sorted(parts, key=lambda each: each.id), (turn + 1, day))
        for place, parts in held.items()
        for turn, before in (last.get(place, (0, frozenset[str]())),)
        if len(parts) >= FEWEST and before != {each.id for each in parts}
    ]
    return Drawn(seen(db), frozenset(), drafts) if drafts else None


def record_unions(db: Session, drawn: Drawn) -> bool:
    """Store them. False: something was told meanwhile; add up again."""
    if not stands(db, drawn, frozenset()):
        return False
    write(db, drawn)
    return True


def _parts(db: Session, ring: KeyRing) -> Iterator[tuple[Part, str | None, str]]:
    """Every set of a moment or a pool with its trainer, if it has one, and its organisation.

    Evaluations are left out: their rows are in one release each, and in no other.
    """
    groups = select(Release, Group.staff_id, Group.organisation_id)
    groups = groups.join(Moment, Release.moment_id == Moment.id)
    groups = groups.join(Group, Moment.group_id == Group.id)
    pools = select(Release).where(Release.kind == POOL)
    for row, staff_id, organisation_id in db.execute(groups):
        yield _part(ring, row), staff_id, organisation_id
    for row in db.scalars(pools):
        yield _part(ring, row), None, row.scope_id


def _part(ring: KeyRing, row: Release) -> Part:
    told = Told.from_json(json.loads(row.published))
    return Part(row.id, told, exact_sums(ring, row, told))


def _places(told: Told, staff_id: str | None, organisation_id: str) -> Iterator[Place]:
    """Where a set is added."""
    of = told.questionnaire, told.moment, told.phase
    if staff_id is not None:
        yield Place("trainer", staff_id, *of)
    yield Place("organisation", organisation_id, *of)
    yield Place("all", "", *of)


def _last(db: Session) -> dict[Place, tuple[int, frozenset[str]]]:
    """The number and the parts of the newest union of each place."""
    found = {}
    for row in db.scalars(select(Release).where(Release.kind == UNION).order_by(Release.turn)):
        told = Told.from_json(json.loads(row.published))
        place = Place(row.scope, row.scope_id, told.questionnaire, told.moment, told.phase)
        found[place] = row.turn, frozenset(json.loads(row.entries)["parts"])
    return found


def _union(
    db: Session, ring: KeyRing, place: Place, parts: Sequence[Part], made: tuple[int, date]
) -> Draft:
    """The union of some sets; made: which one of its place it is, and the day."""
    turn, day = made
    newest = max((each.told for each in parts), key=lambda told: told.version)
    counted = [_comparable(db, each, newest) for each in parts]
    decision = unite(_measures(parts, newest), counted)
    told = Told(
        questionnaire=place.questionnaire,
        version=newest.version,
        fingerprint=newest.fingerprint,
        phase=place.phase,
        moment=place.moment,
        closed=day,
        group="",
        organisation=newest.organisation if place.scope == "organisation" else "",
        figures=decision.figures,
        withheld=decision.withheld,
        scope=place.scope,
        turn=turn,
    )
    kept = {
        key(place.questionnaire, place.moment, name): each for name, each in decision.sums.items()
    }
    where = {"kind": UNION, "scope": place.scope, "scope_id": place.scope_id, "turn": turn}
    drafted = draft(ring, told, (), kept, **where)
    drafted.release.entries = _named(place, parts, counted)
    return drafted


def _named(place: Place, parts: Sequence[Part], counted: Sequence[Mapping[str, Sum]]) -> str:
    """What a union tells, as JSON: its parts, and by measure the numbers of those not in it."""
    without = {
        key(place.questionnaire, place.moment, name): [
            number for number, each in enumerate(counted) if name not in each
        ]
        for name in sorted({name for each in counted for name in each})
    }
    return json.dumps({"parts": [each.id for each in parts], "without": without})


def _comparable(db: Session, part: Part, newest: Told) -> Mapping[str, Sum]:
    """The sums of what means the same in the newest version."""
    if part.told.fingerprint == newest.fingerprint:
        return part.sums
    before, after = (
        Questionnaire.from_json(db.get_one(Definition, each).body)
        for each in (part.told.fingerprint, newest.fingerprint)
    )
    kept = same(before, after)
    return {name: each for name, each in part.sums.items() if name in kept}


def _measures(parts: Sequence[Part], newest: Told) -> list[Measure]:
    """What the newest version told of, on the scales it was shown on."""
    told = [each.told for each in parts if each.told.fingerprint == newest.fingerprint]
    figures = {figure.measure: figure for each in told for figure in each.figures}
    return [Measure(name, one.low, one.high) for name, one in figures.items()]
