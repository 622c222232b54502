"""The keys and the database are a pair; the first start makes it, and no other."""

import shutil

import pytest
from sqlalchemy import delete

from reflect.records import groups, instance, keyfiles, rotation
from reflect.records.groups import Group
from reflect.records.ring import KeyRing, KeyRingFault
from reflect.records.sealing import Place, Unreadable
from tests.records.making import AT, a_group


def test_the_first_start_makes_the_keys_and_the_next_ones_find_them(database, tmp_path):
    made = instance.ready(database, tmp_path / "keys")
    found = instance.ready(database, tmp_path / "keys")

    assert made == found
    with database.reading() as db:
        assert instance.ledger_key(db, made) == instance.ledger_key(db, found)


def test_lost_keys_are_never_made_anew(database, tmp_path):
    instance.ready(database, tmp_path / "keys")
    shutil.rmtree(tmp_path / "keys")

    with pytest.raises(KeyRingFault):
        instance.ready(database, tmp_path / "keys")

    assert not (tmp_path / "keys").exists()


def spoil(folder, number, how):
    """Leave a file of the ring as an accident would."""
    file = folder / f"{number:04d}.key"
    if how == "missing":
        file.unlink()
    else:
        file.write_text(KeyRing.create(folder.parent / "others").keys[1].hex())


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize(
    ("how", "why"), [("missing", "is missing in"), ("another", "is not of this database")]
)
def test_each_key_of_the_ring_has_to_be_there_and_the_right_one(sqlite, tmp_path, number, how, why):
    ring = instance.ready(sqlite, tmp_path / "keys")
    for _ in range(2):
        rotation.renew(sqlite, ring, tmp_path / "keys", AT)
    assert set(instance.ready(sqlite, tmp_path / "keys").keys) == {1, 2, 3}
    spoil(tmp_path / "keys", number, how)

    with pytest.raises(KeyRingFault, match=rf"000{number}\.key {why}") as fault:
        instance.ready(sqlite, tmp_path / "keys")

    assert "\n" not in str(fault.value)


def test_a_key_too_many_stops_the_start_before_it_seals_anything(sqlite, tmp_path):
    instance.ready(sqlite, tmp_path / "keys")
    keyfiles.write(tmp_path / "keys", "0002.key", b"k" * 32)

    with pytest.raises(KeyRingFault, match=r"0002\.key is of no use to this database"):
        instance.ready(sqlite, tmp_path / "keys")


def test_a_database_from_before_learns_the_keys_that_it_has(sqlite, tmp_path):
    ring = instance.ready(sqlite, tmp_path / "keys")
    with sqlite.writing() as db:
        db.execute(delete(instance.RingKey))
        db.commit()

    assert instance.ready(sqlite, tmp_path / "keys") == ring
    with sqlite.reading() as db:
        assert instance.misfits(db, KeyRing({1: b"k" * 32}), tmp_path)


def test_a_join_code_of_an_older_version_moves_away_from_the_place_of_the_key(
    database, ring, tmp_path
):
    with database.writing() as db:
        group, stolen = a_group(db, ring), a_group(db, ring)
        code = groups.code(group, ring)
        group.sealed_code = ring.seal(code.encode(), Place("group", group.id))
        stolen.sealed_code = stolen.wrapped_key  # by whoever may write the database
        db.execute(delete(instance.RingKey))
        db.commit()

    for _ in range(2):
        instance.ready(database, tmp_path / "keys")

    with database.writing() as db:
        assert groups.code(db.get_one(Group, group.id), ring) == code
        with pytest.raises(Unreadable):
            groups.code(db.get_one(Group, stolen.id), ring)


def test_the_keys_of_another_database_are_noticed(database, tmp_path):
    instance.ready(database, tmp_path / "keys")
    KeyRing.create(tmp_path / "others")

    with pytest.raises(KeyRingFault, match="not of this database"):
        instance.ready(database, tmp_path / "others")
