"""Members who say what they think of a training, made in a line."""

from sqlalchemy import select

from reflect.disclosure import Release
from reflect.records import evaluations, memberships, releases
from reflect.records.evaluations import Used
from tests.records.making import AT, COUNTS, GRADE, HALF, RULES, SIGNALS, a_person

BOTH = {SIGNALS.id: HALF, GRADE.id: HALF}


def join(database, ring, wave, count=1):
    """So many new members of the wave's group; their ids."""
    with database.writing() as db:
        people = [a_person(db, ring).person_id for _ in range(count)]
        for person in people:
            memberships.join(db, person, wave.group_id, COUNTS, AT)
        db.commit()
    return people


def fill(database, ring, wave, *persons, values=BOTH):
    """What came of it, for each of them."""
    said = []
    for person in persons:
        with database.writing() as db:
            said.append(evaluations.fill(db, ring, person, wave.id, values))
            db.commit()
    return said


def close(database, ring, wave, at=AT):
    return releases.close(database, ring, wave.id, RULES, at)


def told(database, wave):
    with database.reading() as db:
        return Release.from_json(releases.of_moment(db, wave.id))


def number(database, wave):
    with database.reading() as db:
        return evaluations.numbers(db, [wave.id])[wave.id], len(
            db.scalars(select(Used.digest)).all()
        )
