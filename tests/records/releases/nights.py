"""Groups with a real definition, and people who come in time or late: for what a night tells."""

from fractions import Fraction

from reflect.disclosure import Release
from reflect.records import definitions, groups, memberships, people, releases, responses
from reflect.records import organisations as houses
from reflect.records import staff as trainers
from reflect.records.groups import Plan
from reflect.records.memberships import Wishes
from reflect.records.releases import Night
from reflect.records.responses import Submission
from tests.questionnaire.building import (
    a_questionnaire,
    aside,
    choice,
    domain,
    section,
    statement,
)
from tests.records.making import AT, a_person

ASKED = a_questionnaire(
    section(
        "een",
        statement("a1"),
        aside("tijd", "eens", "context"),
        choice("stap", "a", "b", "c", use="context"),
    ),
    domains=[domain()],
)
DOMAIN, TIME, STEP = "domain:zien", "context:tijd", "choice:stap"
BY = releases.rules(ASKED, "before", 5)


def a_training(db, ring, *, phases=("before", "after"), trainer="a@example.org", asked=ASKED):
    """A group with a first moment that is open."""
    house = houses.named(db, "Hogeschool")
    plan = Plan(
        name="Groep",
        organisation_id=house.id,
        staff_id=trainers.add(db, ring, trainer, "trainer", house).id,
        fingerprint=definitions.pin(db, asked),
        moments=[(phase, None) for phase in phases],
        cap=60,
    )
    return groups.create(db, ring, plan, AT)


def come(db, ring, moment, values, people=()):
    """So many come as there are values (of the domain); who they are."""
    known = [*people, *(a_person(db, ring) for _ in range(len(values) - len(people)))]
    for me, value in zip(known, values, strict=True):
        memberships.join(db, me.person_id, moment.group_id, Wishes(counts=True, research=False), AT)
        response = responses.start(db, me, moment.id, AT)
        given = {DOMAIN: Fraction(value), TIME: Fraction(1, 2)}
        responses.submit(db, ring, me, Submission(response.id, 0, {}, given), AT)
    return known


def shut(database, ring, moment, by=BY):
    assert releases.close(database, ring, moment.id, by, AT).closes


def told(database, ring):
    """A night; how much it told."""
    return releases.tell(Night(database, ring, 5, AT.date()))


def read(stored):
    return [Release.from_json(each) for each in stored]


def means(release):
    return {one.measure: str(one.value) for one in release.figures}


def erase(database, me):
    with database.writing() as db:
        people.erase(db, me.person_id)
        db.commit()
