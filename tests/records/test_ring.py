"""The key ring is private, whole, and never made twice."""

import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from reflect.records import keyfiles
from reflect.records.ring import PERSON, KeyRing, KeyRingFault, finder
from reflect.records.sealing import Place, Unreadable

HERE = Place("staff", "s1")


@pytest.fixture
def folder(tmp_path):
    KeyRing.create(tmp_path / "keys")
    return tmp_path / "keys"


def renew(folder):
    key = folder / "0002.key"
    key.touch(0o600)
    key.write_text("ab" * 32)


def test_only_its_owner_may_look_at_the_keys(folder):
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [(file.name, file.stat().st_mode & 0o777) for file in folder.iterdir()] == [
        ("0001.key", 0o600)
    ]


def test_the_newest_key_seals_and_the_older_still_opens(folder):
    before = KeyRing(KeyRing.read(folder).keys)
    old = before.seal(b"a@b.nl", HERE)

    renew(folder)

    after = KeyRing.read(folder)
    assert (before.newest, after.newest) == (1, 2)
    assert after.opened(old, HERE) == b"a@b.nl"
    assert after.opened(after.wrap(b"k" * 32, HERE), HERE) == b"k" * 32
    assert before.digest("staff", "x") in after.digests("staff", "x")
    assert after.digest("staff", "x") in after.digests("staff", "x")
    with pytest.raises(Unreadable, match="needs key 2"):
        before.opened(after.seal(b"a@b.nl", HERE), HERE)


def test_who_serves_sees_a_new_key_come_and_an_old_one_go(folder):
    serving = KeyRing.read(folder)
    assert serving.newest == 1

    renew(folder)
    new = KeyRing.read(folder).seal(b"a@b.nl", HERE)

    assert serving.opened(new, HERE) == b"a@b.nl"
    assert serving.newest == 2
    (folder / "0001.key").unlink()
    assert set(serving.keys) == {2}


def test_who_serves_goes_on_with_what_it_has_while_the_folder_cannot_be_read(folder):
    serving = KeyRing.read(folder)

    (folder / "0001.key").rename(folder / "0003.key")
    (folder / "0003.key").chmod(0o644)
    assert set(serving.keys) == {1}
    shutil.rmtree(folder)
    assert set(serving.keys) == {1}


def test_what_is_left_of_a_key_finds_persons_and_nothing_else(folder):
    before = KeyRing(KeyRing.read(folder).keys)
    renew(folder)
    left = finder(before.keys[1], PERSON)
    keyfiles.write(folder, "0001.find", left)
    (folder / "0001.key").unlink()

    after = KeyRing.read(folder)

    assert before.digest(PERSON, "x") in after.digests(PERSON, "x")
    assert before.digest("staff", "x") not in after.digests("staff", "x")
    assert set(after.finders) == {1}
    with pytest.raises(Unreadable, match="needs key 1"):
        after.opened(before.seal(b"a@b.nl", HERE), HERE)


def test_each_fault_of_the_files_is_told_with_what_to_do(folder, tmp_path):
    (folder / "0001.key").chmod(0o640)
    keyfiles.write(folder, "0002.key", b"short")
    keyfiles.write(folder, "x.find", b"k" * 32)
    told = list(keyfiles.faults(folder))

    assert [line.split(":")[0] for line in told] == [
        "0001.key may be read by others (mode 0640)",
        "0002.key holds no key of 32 bytes",
        "x.find has no number",
    ]
    assert all("put it back from your copy" in line for line in told)
    folder.chmod(0o750)
    assert "chmod 700" in next(keyfiles.faults(folder))
    assert "is not there" in next(keyfiles.faults(tmp_path / "nowhere"))


def test_what_is_sealed_for_one_table_has_another_key_than_for_another(folder):
    ring = KeyRing.read(folder)

    assert ring.digest("staff", "x") != ring.digest("person", "x")


def test_the_keys_are_not_shown_when_a_ring_is_printed(folder):
    assert (folder / "0001.key").read_text().strip() not in repr(KeyRing.read(folder))


def test_starts_that_race_get_the_same_key(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        rings = list(pool.map(KeyRing.create, [tmp_path / "keys"] * 16))

    assert len({ring.digest("x", "x") for ring in rings}) == 1


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda folder: folder.chmod(0o750), "may be read by others .mode 0750"),
        (lambda folder: (folder / "0001.key").chmod(0o644), "may be read by others"),
        (lambda folder: (folder / "0001.key").write_text("abcd"), "holds no key of 32 bytes"),
        (lambda folder: (folder / "0001.key").write_text("secret"), "holds no key of 32 bytes"),
        (lambda folder: (folder / "0001.key").rename(folder / "first.key"), "cannot be read"),
        (lambda folder: (folder / "0001.key").unlink(), "There are no keys in"),
    ],
    ids=["open folder", "open file", "short", "no key", "no number", "empty"],
)
def test_a_ring_that_is_not_right_stops_the_start_in_one_line(folder, spoil, complaint):
    spoil(folder)

    with pytest.raises(KeyRingFault, match=complaint) as fault:
        KeyRing.read(folder)

    assert "\n" not in str(fault.value)


def test_a_missing_ring_is_not_made_by_reading_it(tmp_path):
    with pytest.raises(KeyRingFault, match="cannot be read"):
        KeyRing.read(tmp_path / "keys")

    assert not (tmp_path / "keys").exists()
