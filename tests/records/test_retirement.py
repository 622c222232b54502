"""An old key goes when no backup and no row needs it; people are found by what is left of it."""

import shutil
from datetime import timedelta

import pytest

from reflect.records import instance, people, retirement, rotation
from reflect.records.ring import PERSON
from reflect.records.terms import BACKUP
from reflect.records.usage import usage
from tests.records.everything import fill, is_found
from tests.records.making import AT, DAY

LATER = AT + BACKUP.length


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "keys"


@pytest.fixture
def here(sqlite, ring, folder):
    """Renewed once, and not carried over yet."""
    made = fill(sqlite, ring)
    rotation.renew(sqlite, ring, folder, AT)
    return made


def names(folder):
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.usefixtures("here")
def test_a_key_stays_as_long_as_a_backup_may_need_it(sqlite, ring, folder):
    rotation.carry(sqlite, ring, AT)

    (line,) = retirement.retire(sqlite, ring, folder, LATER - DAY)

    assert "stays until 2026-12-26: a backup may need it" in line
    assert names(folder) == ["0001.key", "0002.key"]


@pytest.mark.usefixtures("here")
def test_backups_of_an_interrupted_rotation_keep_the_old_key_from_its_end_on(sqlite, ring, folder):
    for days in (10, 20):  # the second time nothing is left
        rotation.carry(sqlite, ring, AT + days * DAY)

    (line,) = retirement.retire(sqlite, ring, folder, LATER + 9 * DAY)
    assert "stays until 2027-01-05" in line
    retirement.retire(sqlite, ring, folder, LATER + 10 * DAY)
    assert names(folder) == ["0001.find", "0002.key"]


@pytest.mark.usefixtures("here")
def test_a_key_stays_as_long_as_anything_is_sealed_with_it(sqlite, ring, folder):
    (line,) = retirement.retire(sqlite, ring, folder, LATER)

    assert "Run `reflect keys rotate`" in line
    assert names(folder) == ["0001.key", "0002.key"]


def test_what_finds_people_stays_until_all_have_signed_in_or_gone(sqlite, ring, folder, here):
    rotation.carry(sqlite, ring, AT)
    before = ring.keys[1]

    for _ in range(2):
        (line,) = retirement.retire(sqlite, ring, folder, LATER)
        assert "finds 8 people" in line
    assert names(folder) == ["0001.find", "0002.key"]
    assert before.hex() not in (folder / "0001.find").read_text()
    assert is_found(sqlite, instance.ready(sqlite, folder), here)

    with sqlite.writing() as db:
        people.carry_over(db, ring, here.me, here.code)
        for person in db.query(people.Person):
            if person.id != here.me.person_id:
                db.delete(person)
        db.commit()
    (line,) = retirement.retire(sqlite, ring, folder, LATER)
    assert "Key 1 is gone" in line
    assert names(folder) == ["0002.key"]
    assert is_found(sqlite, instance.ready(sqlite, folder), here)
    assert retirement.retire(sqlite, ring, folder, LATER) == []


def test_who_comes_back_after_years_of_rotation_is_found(sqlite, ring, folder, here):
    at = AT
    for _ in range(3):
        rotation.carry(sqlite, ring, at)
        at += BACKUP.length + timedelta(days=1)
        retirement.retire(sqlite, ring, folder, at)
        rotation.renew(sqlite, ring, folder, at)

    assert names(folder) == ["0001.find", "0004.key", "0005.key"]
    assert is_found(sqlite, instance.ready(sqlite, folder), here)
    with sqlite.reading() as db:
        assert usage(db)[1, PERSON] == 8


@pytest.mark.usefixtures("here")
def test_a_finder_that_is_lost_stops_the_start(sqlite, ring, folder, tmp_path):
    rotation.carry(sqlite, ring, AT)
    retirement.retire(sqlite, ring, folder, LATER)
    shutil.move(folder / "0001.find", tmp_path)

    with pytest.raises(instance.KeyRingFault, match=r"0001\.key is missing"):
        instance.ready(sqlite, folder)
