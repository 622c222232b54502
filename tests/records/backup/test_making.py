"""A backup is one sealed file that was read back; with a copy of the keys it is everything."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest
from sqlalchemy import func, select

from reflect.records import backup, inspection, instance, people, rotation
from reflect.records.backup import BackupFault, Tools, making, sqlite
from reflect.records.outbox import Outbox
from reflect.records.people import Person
from reflect.records.sessions import Session
from reflect.records.tables import metadata
from tests.records.everything import fill, is_found
from tests.records.making import AT

VOID = {"session", "outbox"}


def counts(database):
    """How many rows each table has."""
    with database.reading() as db:
        return {
            table.name: db.scalars(select(func.count()).select_from(table)).one()
            for table in metadata.sorted_tables
            if table.name not in VOID
        }


def restored(yard, file):
    """The backup on an empty machine that has a copy of the keys."""
    place, keys = yard.another()
    backup.restore(place, keys, file, AT)
    ring = instance.ready(place.database, keys)
    with place.database.reading() as db:
        assert [each.fault for each in inspection.look(db, ring, None) if each.fault] == []
        assert db.scalars(select(func.count()).select_from(Session)).one() == 0
        assert db.scalars(select(func.count()).select_from(Outbox)).one() == 0
    return place.database, ring


def test_a_backup_and_a_copy_of_the_keys_are_everything(yard):
    here = fill(yard.place.database, yard.place.ring)

    file = yard.backup()
    database, ring = restored(yard, file)

    assert is_found(database, ring, here)
    assert counts(database) == counts(yard.place.database)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in (yard.root / "backup").iterdir()] == ["lock"]


def test_a_backup_from_before_a_rotation_is_restored_with_the_keys_of_after_it(yard):
    here = fill(yard.place.database, yard.place.ring)
    file = yard.backup()
    rotation.renew(yard.place.database, yard.place.ring, yard.keys, AT)
    rotation.carry(yard.place.database, yard.place.ring, AT)

    database, ring = restored(yard, file)

    assert set(ring.keys) == {1, 2}
    assert is_found(database, ring, here)


class Crowd:
    """People who arrive all the time, and what they were told is kept."""

    def __init__(self, database, ring):
        self.database, self.ring = database, ring
        self.codes, self.stopped = [], Event()

    def arrive(self):
        while not self.stopped.is_set():
            with self.database.writing() as db:
                code = people.create(db, self.ring, language="nl", at=AT)[2]
                db.commit()
            self.codes.append(code)

    def kept(self, number):
        """Their codes, once there are so many."""
        while len(self.codes) < number:
            self.stopped.wait(0.01)
        return list(self.codes)


def test_while_people_write_it_holds_all_that_was_acknowledged_before_it_began(yard):
    crowd = Crowd(yard.place.database, yard.place.ring)
    with ThreadPoolExecutor(2) as pool:
        working = [pool.submit(crowd.arrive) for _ in range(2)]
        drills = [(crowd.kept(20 * turn), yard.backup(f"{turn}.backup")) for turn in (1, 2)]
        crowd.stopped.set()
        assert not any(each.exception() for each in working)

    for before, file in drills:
        copy, ring = restored(yard, file)
        with copy.reading() as db:
            assert all(people.open(db, ring, code) for code in before)
            assert db.scalars(select(func.count()).select_from(Person)).one() <= len(crowd.codes)


def test_what_does_not_open_is_told_and_the_backup_is_kept(yard):
    fill(yard.place.database, yard.place.ring)
    with yard.place.database.writing() as db:
        row = db.query(Outbox).first()
        row.sealed = row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])
        db.commit()

    made = backup.make(yard.place, yard.root / "one.backup", AT)

    assert made.faults == [f"outbox {row.id} is not readable"]
    assert made.path.exists()


def test_nothing_is_written_over_and_nothing_half_is_left(yard, monkeypatch):
    file = yard.backup()
    with pytest.raises(BackupFault, match="is there already"):
        yard.backup()

    def fail(*_words):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making, "write", fail)
    with pytest.raises(OSError, match="No space"):
        yard.backup("two.backup")
    assert [each.name for each in yard.root.rglob("*.backup*")] == [file.name]
    assert [each.name for each in (yard.root / "backup").iterdir()] == ["lock"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_one_backup_at_a_time(yard):
    with backup.workplace(yard.root), pytest.raises(BackupFault, match="Another backup"):
        yard.backup()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_copy_that_is_not_sound_is_no_backup(yard, monkeypatch):
    def unsound(_database):
        raise BackupFault("The copy is not sound")

    monkeypatch.setattr(sqlite, "refuse_unsound", unsound)

    with pytest.raises(BackupFault, match="not sound"):
        yard.backup()
    assert not list(yard.root.rglob("*.backup*"))


@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_tools_that_are_missing_or_fail_are_told_in_a_line(yard, tmp_path):
    nowhere = replace(yard.place, tools=Tools(str(tmp_path)))
    with pytest.raises(BackupFault, match=r"There is no pg_dump in .*REFLECT_POSTGRES_TOOLS"):
        backup.make(nowhere, yard.root / "one.backup", AT)

    broken = tmp_path / "pg_dump"
    broken.write_text("#!/bin/sh\necho it is\necho broken >&2\nexit 3\n")
    broken.chmod(0o700)
    with pytest.raises(BackupFault, match="pg_dump did not go well: broken") as fault:
        backup.make(nowhere, yard.root / "one.backup", AT)
    assert "\n" not in str(fault.value)
    assert not list(yard.root.rglob("*.backup*"))
    assert os.listdir(yard.root / "backup") == ["lock"]  # noqa: PTH208 - names alone
