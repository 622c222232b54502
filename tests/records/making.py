"""A definition, a group, a member, a submitted response: made in a line."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from sqlalchemy.orm import Session

from reflect.disclosure import Measure
from reflect.records import (
    definitions,
    groups,
    memberships,
    organisations,
    people,
    responses,
    staff,
)
from reflect.records.definitions import Definition
from reflect.records.groups import Group, Moment, Plan
from reflect.records.memberships import Wishes
from reflect.records.people import Opened
from reflect.records.releases import Rules, record
from reflect.records.releases.drafts import Drawn
from reflect.records.releases.staging import lay, steps
from reflect.records.responses import Edit, Submission
from reflect.records.ring import KeyRing

AT = datetime(2026, 11, 21, 13, 3, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
FINGERPRINT = "f" * 64
SIGNALS, GRADE = Measure("domain:signalen", 1, 5), Measure("grade:cijfer", 1, 10)
RULES = Rules((SIGNALS, GRADE))
COUNTS = Wishes(counts=True, research=False)
HALF = Fraction(1, 2)


def a_definition(db: Session) -> str:
    definitions.keep(
        db, Definition(fingerprint=FINGERPRINT, questionnaire="q", version=1, body="{}")
    )
    return FINGERPRINT


def a_group(db: Session, ring: KeyRing, phases=("before", "after"), deadline=None, cap=30) -> Group:
    organisation = organisations.named(db, "Hogeschool")
    trainer = staff.add(db, ring, "trainer@example.org", "trainer", organisation)
    plan = Plan(
        name="Groep",
        organisation_id=organisation.id,
        staff_id=trainer.id,
        fingerprint=a_definition(db),
        moments=[(phase, deadline) for phase in phases],
        cap=cap,
    )
    return groups.create(db, ring, plan, AT)


def first(db: Session, group: Group) -> Moment:
    return groups.moments(db, group.id)[0]


def a_person(db: Session, ring: KeyRing) -> Opened:
    person, key, _ = people.create(db, ring, language="nl", at=AT)
    return Opened(person.id, key)


@dataclass
class Member:
    """A person in a group who submitted."""

    me: Opened
    response_id: str


def a_member(db: Session, ring: KeyRing, moment: Moment, *values: Fraction, me=None) -> Member:
    """Somebody who joined and submitted: a value for SIGNALS and, if given, one for GRADE."""
    me = me or a_person(db, ring)
    memberships.join(db, me.person_id, moment.group_id, COUNTS, AT)
    response = responses.start(db, me, moment.id, AT)
    given = dict(zip((SIGNALS.id, GRADE.id), values or (HALF, HALF), strict=False))
    responses.submit(db, ring, me, Submission(response.id, 0, {}, given), AT)
    return Member(me, response.id)


def recorded(db: Session, moment: Moment, drawn: Drawn, at=AT) -> bool:
    """What was drawn is laid down and told, all in one transaction."""
    for step in steps(drawn):
        lay(db, step)
    return record(db, moment.id, drawn, at)


def members(db: Session, ring: KeyRing, moment: Moment, count: int) -> list[Member]:
    return [a_member(db, ring, moment, Fraction(n, count), HALF) for n in range(count)]


def keep(db: Session, me: Opened, response_id: str, changes, at) -> int:
    """Keep one answer as the pages do: on the sheet, with the lock."""
    held = responses.sheet(db, me, response_id, lock=True)
    return responses.add(db, held, Edit(changes), at)
