"""A training that is evaluated, in a line: opened, filled in by so many, closed."""

from fractions import Fraction

from reflect.questionnaire import Questionnaire, measures
from reflect.records import definitions, evaluations, releases
from reflect.records.releases import rules
from tests.journeys.world import World

TWO_THIRDS = Fraction(2, 3)


def questions(world: World) -> Questionnaire:
    return world.house.library.latest("training-evaluatie")


def launch(world: World, group: str) -> str:
    """Open the evaluation of a group; the id of its wave."""
    house = world.house
    with house.database.writing() as db:
        pinned = definitions.pin(db, questions(world))
        wave = evaluations.launch(db, house.ring, group, pinned, house.clock())
        db.commit()
    return wave.id


def opine(world: World, group: str, wave: str, count: int) -> None:
    """So many new members fill in the same."""
    values = dict.fromkeys([one.id for one in measures(questions(world))], TWO_THIRDS)
    for _ in range(count):
        person = world.somebody(group).me.person_id
        with world.house.database.writing() as db:
            evaluations.fill(db, world.house.ring, person, wave, values)
            db.commit()


def close(world: World, wave: str) -> None:
    house = world.house
    by = rules(questions(world), "after", house.config.floor)
    releases.close(house.database, house.ring, wave, by, house.clock())
