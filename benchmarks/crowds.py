"""A crowd that has filled in, written straight into the tables: nobody could type so much."""

import json
import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from random import Random
from typing import Any

from instances import questionnaire
from sqlalchemy import insert

from reflect.commands.pretending import answers_of
from reflect.questionnaire import Phase, contribution, score
from reflect.records import definitions, groups, organisations, sealing, staff
from reflect.records.base import Base, opaque
from reflect.records.engine import Database
from reflect.records.groups import Group, Moment, Plan
from reflect.records.people import Person
from reflect.records.responses import Contribution, Response
from reflect.records.responses.tables import SUBMITTED
from reflect.records.ring import KeyRing
from reflect.records.sealing import Place

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
DIFFERENT = 100  # contributions; a larger crowd gives the same ones again
AT_ONCE = 10_000  # rows in one transaction
Rows = list[dict[str, Any]]


def open_group(database: Database, ring: KeyRing, *phases: Phase) -> str:
    """A group with these moments; the id of the first, which is open."""
    with database.writing() as db:
        organisation = organisations.named(db, "Bench")
        trainer = staff.add(db, ring, f"{opaque()}@reflect.example", "trainer", organisation)
        plan = Plan(
            name="Bench",
            organisation_id=organisation.id,
            staff_id=trainer.id,
            fingerprint=definitions.pin(db, questionnaire()),
            moments=[(phase, None) for phase in phases],
            cap=2,
        )
        group = groups.create(db, ring, plan, AT)
        moment = groups.moments(db, group.id)[0]
        db.commit()
        return moment.id


def people(database: Database, number: int) -> list[str]:
    """So many new people; their ids."""
    everybody = [opaque() for _ in range(number)]
    for some in _batches(everybody):
        rows = [
            {
                "id": one,
                "lookup": secrets.token_bytes(32),
                "wrapped_key": b"",
                "language": "nl",
                "since": AT.date(),
            }
            for one in some
        ]
        _write(database, {Person: rows})
    return everybody


def respond(database: Database, ring: KeyRing, moment_id: str, persons: Sequence[str]) -> None:
    """These people submit at a moment; what they give is real, their own pages are not there."""
    given = _given()
    with database.reading() as db:
        moment = db.get_one(Moment, moment_id)
        group = db.get_one(Group, moment.group_id)
    secret = ring.opened(group.wrapped_key or b"", Place("group", group.id))
    for some in _batches(persons):
        rows: dict[type[Base], Rows] = {Response: [], Contribution: []}
        for number, person in enumerate(some):
            row = opaque()
            place = Place("contribution", row, moment_id, group.fingerprint)
            sealed = sealing.seal(secret, given[number % len(given)], place)
            rows[Response].append(_response(row, person, moment_id, group.fingerprint))
            share = {"response_id": row, "moment_id": moment_id, "turn": 1, "sealed": sealed}
            rows[Contribution].append(share)
        _write(database, rows)


def _response(row: str, person: str, moment_id: str, fingerprint: str) -> dict[str, Any]:
    return {
        "id": row,
        "person_id": person,
        "moment_id": moment_id,
        "fingerprint": fingerprint,
        "phase": "after",
        "state": SUBMITTED,
        "day": AT.date(),
        "wrapped_key": b"",
        "receipt": opaque(),
    }


def _given() -> list[bytes]:
    asked, chance = questionnaire(), Random(1)  # noqa: S311 - the same crowd always
    profiles = (score(asked, "after", answers_of(asked, "after", chance)) for _ in range(DIFFERENT))
    shares = (contribution(asked, profile) for profile in profiles)
    return [json.dumps({name: str(each) for name, each in one.items()}).encode() for one in shares]


def _batches(everybody: Sequence[str]) -> Iterator[Sequence[str]]:
    return (everybody[at : at + AT_ONCE] for at in range(0, len(everybody), AT_ONCE))


def _write(database: Database, rows: dict[type[Base], Rows]) -> None:
    with database.writing() as db:
        for table, these in rows.items():
            db.execute(insert(table), these)
        db.commit()
