"""A backup goes into an empty instance with the right keys, whole, and nowhere else."""

import shutil
from dataclasses import replace

import pytest
from sqlalchemy import func, select, text

from reflect.records import backup, rotation, sessions
from reflect.records.backup import BackupFault, restoring
from reflect.records.engine import DatabaseFault
from reflect.records.instance import ready
from reflect.records.revision import CURRENT
from reflect.records.ring import KeyRing, KeyRingFault
from reflect.records.sessions import Session
from tests.records.making import AT, a_person

NUMBERED = text("UPDATE alembic_version SET version_num = :number")


def test_nothing_that_is_there_is_written_over(yard):
    file = yard.backup()

    with pytest.raises(BackupFault, match="There is a database already"):
        backup.restore(yard.place, yard.keys, file, AT)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_beside_the_journal_of_a_database_that_was_lost_nothing_is_restored(yard):
    file, (place, keys) = yard.backup(), yard.another()
    (place.instance / "reflect.db-wal").write_bytes(b"SQLite would play this back")

    with pytest.raises(BackupFault, match="There is a database already"):
        backup.restore(place, keys, file, AT)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_database_that_came_while_it_was_restored_is_not_written_over(yard, monkeypatch):
    file, (place, keys) = yard.backup(), yard.another()
    path, welcome = place.instance / "reflect.db", restoring._welcome  # noqa: SLF001 - a start in between

    def meanwhile(*given):
        path.write_text("of `reflect run`")
        return welcome(*given)

    monkeypatch.setattr(restoring, "_welcome", meanwhile)
    with pytest.raises(BackupFault, match="There is a database already"):
        backup.restore(place, keys, file, AT)
    assert path.read_text() == "of `reflect run`"


def test_a_backup_that_was_cut_short_leaves_the_instance_empty(yard):
    file, (place, keys) = yard.backup(), yard.another()
    file.write_bytes(file.read_bytes()[:-1])

    for _ in range(2):
        with pytest.raises(BackupFault, match="changed or cut short"):
            backup.restore(place, keys, file, AT)
    assert not (place.instance / "reflect.db").exists()


def test_a_backup_of_a_database_that_is_ahead_is_restored_and_nobody_is_signed_in(yard):
    with yard.place.database.writing() as db:
        before = db.scalars(CURRENT).one()
        db.execute(NUMBERED, {"number": "9999"})
        me = a_person(db, yard.place.ring)
        sessions.begin(db, kind="person", owner=me.person_id, key=me.key, at=AT)
        db.commit()
    file, (place, keys) = yard.backup(), yard.another()
    with yard.place.database.writing() as db:  # the next test has the same PostgreSQL
        db.execute(NUMBERED, {"number": before})
        db.commit()

    backup.restore(place, keys, file, AT)
    with place.database.reading() as db:
        assert db.scalars(CURRENT).one() == "9999"
        assert db.scalars(select(func.count()).select_from(Session)).one() == 0


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_with_other_keys_it_is_not_restored(yard):
    file, (place, keys) = yard.backup(), yard.another()
    shutil.rmtree(keys)
    other = replace(place, ring=KeyRing.create(keys))

    with pytest.raises(BackupFault, match="changed or cut short"):
        backup.restore(other, keys, file, AT)
    assert not (place.instance / "reflect.db").exists()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_key_that_the_ring_has_no_more_is_asked_for(yard):
    file, (place, keys) = yard.backup(), yard.another()
    (keys / "0001.key").rename(keys / "0002.key")

    with pytest.raises(BackupFault, match="needs key 1 of its ring; here is 2"):
        backup.restore(replace(place, ring=KeyRing.read(keys)), keys, file, AT)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_another_file_and_a_backup_of_another_database_are_refused(yard, postgres):
    place, keys = yard.another()
    other = yard.root / "other"
    other.write_text("Dear diary")
    with pytest.raises(BackupFault, match="This is no backup of Reflect"):
        backup.restore(place, keys, other, AT)
    with pytest.raises(BackupFault, match="is of sqlite, and the settings name postgresql"):
        backup.restore(replace(place, database=postgres), keys, yard.backup(), AT)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_ring_that_lacks_an_older_key_is_refused_and_nothing_is_left(yard, ring):
    rotation.renew(yard.place.database, ring, yard.keys, AT)
    file = yard.backup()
    place, keys = yard.another()
    (keys / "0001.key").unlink()

    with pytest.raises(KeyRingFault, match=r"0001\.key is missing"):
        backup.restore(replace(place, ring=KeyRing.read(keys)), keys, file, AT)
    assert not (place.instance / "reflect.db").exists()
    with yard.place.database.writing() as db:
        a_person(db, ring)  # the first instance goes on


@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_a_database_that_was_restored_only_in_part_is_served_by_nobody(yard, monkeypatch):
    file, (place, keys) = yard.backup(), yard.another()

    class Killed(BaseException):
        pass

    def killed(*_given):
        raise Killed

    monkeypatch.setattr(restoring, "_void", killed)
    with pytest.raises(Killed):
        backup.restore(place, keys, file, AT)

    with pytest.raises(DatabaseFault, match="only in part: empty the database"):
        ready(place.database, keys)
