"""A professional's list: twenty groups cost no more than one."""

from reflect.records import definitions, evaluations, memberships
from tests.pages import Page
from tests.web.counting import counted
from tests.web.training import COUNTS


def test_twenty_groups_of_a_professional_are_asked_for_as_one_is(training, trainer, noor):
    joined(training, trainer, noor, "Groep 1")
    noor.browser.get("/reflections")
    with counted() as one:
        noor.browser.get("/reflections")
    for number in range(2, 21):
        joined(training, trainer, noor, f"Groep {number}")

    with counted() as many:
        page = Page.at(noor.browser, "/reflections")

    assert "Groep 20" in page.text
    assert len(many) == len(one)


def joined(training, trainer, person, name):
    """A group that somebody is in, with an evaluation that is open."""
    house = training.house
    group = training.group(trainer, name=name)
    with house.database.writing() as db:
        (asked,) = house.library.evaluations
        evaluations.launch(db, house.ring, group, definitions.pin(db, asked), house.clock())
        memberships.join(db, person.me.person_id, group, COUNTS, house.clock())
        db.commit()
