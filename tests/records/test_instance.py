"""The keys and the database are a pair; the first start makes it, and no other."""

import shutil

import pytest

from reflect.records import instance
from reflect.records.ring import KeyRing, KeyRingFault


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


def test_the_keys_of_another_database_are_noticed(database, tmp_path):
    instance.ready(database, tmp_path / "keys")
    KeyRing.create(tmp_path / "others")

    with pytest.raises(KeyRingFault, match="not of this database"):
        instance.ready(database, tmp_path / "others")
