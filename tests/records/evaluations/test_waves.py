"""The evaluation of a group: opened once, closed by the rules of a moment, told of five or more."""

from sqlalchemy import select

from reflect.disclosure import FLOOR
from reflect.records import evaluations, groups, memberships, people, releases
from reflect.records.groups import Moment
from tests.records.evaluations.attending import close, fill, join, number, told
from tests.records.making import AT, COUNTS, DAY, FINGERPRINT, GRADE, MINUTE, SIGNALS, a_group


def test_a_group_has_one_evaluation_however_often_it_is_opened(database, ring, wave):
    with database.writing() as db:
        again = evaluations.launch(db, ring, wave.group_id, FINGERPRINT, AT + DAY)
        db.commit()

        assert (again.id, again.opened) == (wave.id, AT.date())
        assert evaluations.of_group(db, wave.group_id).id == wave.id
        assert [one.kind for one in groups.moments(db, wave.group_id)] == ["reflection"] * 2
        assert db.get(Moment, wave.id) is None


def test_five_make_a_release_and_four_do_not(database, ring, wave):
    members = join(database, ring, wave, FLOOR)
    fill(database, ring, wave, *members[:-1])

    assert close(database, ring, wave).next_try == AT + 60 * MINUTE
    fill(database, ring, wave, members[-1])

    assert not close(database, ring, wave, AT + 59 * MINUTE).closes
    assert close(database, ring, wave, AT + 60 * MINUTE).closes
    release = told(database, wave)
    assert {one.measure: str(one.value) for one in release.figures} == {
        SIGNALS.id: "3.0",
        GRADE.id: "5.5",
    }
    assert (release.group, release.moment, release.phase) == ("Groep", 1, "after")
    assert fill(database, ring, wave, members[0]) == ["closed"]


def test_after_the_term_too_few_are_destroyed_and_wait_in_no_pool(database, ring, wave):
    fill(database, ring, wave, *join(database, ring, wave, FLOOR - 1))
    with database.reading() as db:
        assert releases.due(db, AT + 28 * DAY) == []
        (due,) = releases.due(db, AT + 29 * DAY)
    assert (due.moment_id, due.phase) == (wave.id, "after")

    assert close(database, ring, wave, AT + 29 * DAY).closes

    assert {one.reason for one in told(database, wave).withheld} == {"too_few"}
    assert number(database, wave) == (0, 0)
    with database.reading() as db:
        assert db.scalars(select(releases.Pool)).all() == []


def test_the_evaluation_of_a_group_leaves_its_moments_alone(database, ring, wave):
    fill(database, ring, wave, *join(database, ring, wave, FLOOR))
    close(database, ring, wave)

    with database.reading() as db:
        group = db.get(groups.Group, wave.group_id)
        assert [one.state for one in groups.moments(db, group.id)] == ["open", "planned"]
        assert group.wrapped_key
        assert groups.code(group, ring)


def test_the_same_people_in_two_evaluations_are_told_of_in_both(database, ring, wave):
    """The ledger does not know that they are the same, and lays no entry beside another."""
    with database.writing() as db:
        other = evaluations.launch(db, ring, a_group(db, ring).id, FINGERPRINT, AT)
        db.commit()
    members = join(database, ring, wave, 6)
    with database.writing() as db:
        for person in members[:5]:
            memberships.join(db, person, other.group_id, COUNTS, AT)
        db.commit()
    fill(database, ring, wave, *members)
    fill(database, ring, other, *members[:5])
    close(database, ring, wave)
    close(database, ring, other)

    assert len(told(database, wave).figures) == len(told(database, other).figures) == 2
    with database.reading() as db:
        subjects = db.scalars(select(releases.Member.subject)).all()
    assert len(set(subjects)) == len(subjects) == 11


def test_an_erased_person_leaves_what_was_given_and_nothing_that_leads_to_it(database, ring, wave):
    members = join(database, ring, wave, FLOOR)
    fill(database, ring, wave, *members)
    with database.writing() as db:
        people.erase(db, members[0])
        db.commit()

    assert close(database, ring, wave).closes
    assert len(told(database, wave).figures) == 2
