"""The keys are renewed while people work; whatever ends it, everything opens and it goes on."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from reflect.records import instance, keyfiles, outbox, people, rotation, staff
from reflect.records.outbox import Letter, Outbox
from reflect.records.people import Opened
from reflect.records.ring import PERSON, KeyRing
from reflect.records.sealing import Place
from reflect.records.usage import usage
from tests.records.everything import TRAINER, fill, is_found
from tests.records.killing import Trial, faults, rotate
from tests.records.making import AT

POINTS = {"sqlite": 20, "postgresql": 4}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "keys"


@pytest.fixture
def here(database, ring):
    return fill(database, ring)


def made_by(database):
    """By which keys rows were made, and which are found by an older one."""
    with database.reading() as db:
        return usage(db)


def test_everything_is_carried_over_but_what_only_a_person_knows(database, ring, here, folder):
    carried = rotate(database, ring, folder)

    assert carried.faults == {}
    assert ring.newest == 2
    assert {table for number, table in made_by(database) if number == 1} == {PERSON}
    assert faults(database, KeyRing.read(folder)) == []
    assert is_found(database, instance.ready(database, folder), here)
    (folder / keyfiles.name(1)).unlink()
    alone = KeyRing({2: ring.keys[2]})
    assert faults(database, alone) == []
    with database.reading() as db:
        assert staff.by_email(db, alone, TRAINER) is not None


def test_a_person_is_found_by_the_newest_key_after_signing_in(database, ring, here, folder):
    rotate(database, ring, folder)
    with database.writing() as db:
        people.carry_over(db, ring, people.open(db, ring, here.code), here.code)
        db.commit()

    with database.reading() as db:
        newest = KeyRing({2: ring.keys[2]})
        assert people.open(db, newest, here.code) == here.me


def test_a_code_that_was_renewed_meanwhile_is_not_carried_over(database, ring, here, folder):
    rotate(database, ring, folder)
    with database.writing() as db:
        fresh = people.renew_code(db, ring, here.me.person_id, here.me.key)
        people.carry_over(db, ring, here.me, here.code)
        db.commit()

    with database.reading() as db:
        assert people.open(db, ring, fresh) == here.me
        assert people.recognised(db, ring, here.code) is None


def test_a_second_rotation_leaves_nothing_of_the_first(database, ring, here, folder):
    for _ in range(2):
        assert rotate(database, ring, folder).rows

    assert {number for number, table in made_by(database) if table != PERSON} == {3}
    assert is_found(database, ring, here)


@pytest.mark.usefixtures("here")
def test_what_does_not_open_is_told_and_keeps_nothing_else_back(database, ring, folder):
    with database.writing() as db:
        row = db.query(Outbox).first()
        row.sealed = row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])
        db.commit()

    carried = rotate(database, ring, folder)

    assert list(carried.faults) == [f"outbox {row.id} is not readable"]
    old = {table for number, table in made_by(database) if number == 1}
    assert old == {PERSON, "outbox"}


def test_a_letter_that_does_not_tell_what_it_is_found_by_is_still_delivered(sqlite, ring, folder):
    """As it was written before letters told it."""
    with sqlite.writing() as db:
        outbox.put(db, ring, Letter("used", "a@example.org", "nl"), key="used x", at=AT)
        row = db.query(Outbox).one()
        place = Place("outbox", row.id)
        whole = json.loads(ring.opened(row.sealed, place))
        assert whole.pop("key") == "used x"
        row.sealed = ring.seal(json.dumps(whole).encode(), place)
        db.commit()

    rotate(sqlite, ring, folder)

    with sqlite.writing() as db:
        outbox.put(db, ring, Letter("used", "a@example.org", "nl"), key="used x", at=AT)
        assert db.query(Outbox).count() == 1
        assert outbox.claim(db, ring, AT).letter.to == "a@example.org"


def test_people_go_on_working_while_the_keys_are_renewed(database, ring, here, folder):
    serving = KeyRing.read(folder)  # as another process has it

    def work(number):
        with database.writing() as db:
            letter = Letter("used", f"{number}@example.org", "nl")
            outbox.put(db, serving, letter, key=f"used {number}", at=AT)
            code = people.create(db, serving, language="nl", at=AT)[2]
            db.commit()
        with database.reading() as db:
            return people.open(db, serving, code)

    with ThreadPoolExecutor(2) as pool:
        working = pool.map(work, range(60))
        for _ in range(3):
            rotate(database, ring, folder)
        assert all(isinstance(each, Opened) for each in working)
    rotation.carry(database, ring, AT)

    assert serving.newest == ring.newest == 4
    assert {number for number, table in made_by(database) if table != PERSON} == {4}
    assert faults(database, serving) == []
    assert is_found(database, serving, here)


def test_killed_anywhere_it_loses_nothing_and_goes_on(database, ring, here, folder):
    survived = Trial(database, folder, here)
    for point in range(points := POINTS[database.url.get_backend_name()]):
        survived.killed_at((point + 0.5) / points)
    assert survived.whole > 100
    assert is_found(database, ring, here)
