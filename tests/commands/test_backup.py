"""`reflect backup` and `reflect restore`: one file, kept for its term, restored where none is."""

import shutil
from datetime import timedelta

import pytest

from reflect.commands import main
from reflect.language import now
from reflect.records import backup
from reflect.records.backup import stream
from reflect.records.instance import ready
from tests.records.everything import fill, is_found


@pytest.fixture
def here(sqlite, ring, tmp_path, monkeypatch):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    (tmp_path / "backups").mkdir()
    return fill(sqlite, ring)


def an_old_one(folder, ring, days):
    at = now() - timedelta(days=days)
    path = folder / backup.name(at)
    with path.open("wb") as file, (folder / "nothing").open("w+b") as nothing:
        stream.seal(nothing, file, ring, "sqlite", at)
    (folder / "nothing").unlink()
    return path


def test_what_is_backed_up_is_restored(here, sqlite, tmp_path, monkeypatch, capsys):
    assert main(["backup", str(tmp_path / "backups" / "one.backup")]) == 0
    assert "read back; " in capsys.readouterr().out
    sqlite.close()
    shutil.copytree(tmp_path / "keys", tmp_path / "new" / "keys")
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path / "new"))

    assert main(["restore", str(tmp_path / "backups" / "one.backup")]) == 0

    assert "Nobody is signed in" in capsys.readouterr().out
    assert main(["keys", "check", "--all"]) == 0
    sqlite.url = sqlite.url.set(database=str(tmp_path / "new" / "reflect.db"))
    assert is_found(sqlite, ready(sqlite, tmp_path / "new" / "keys"), here)
    assert main(["restore", str(tmp_path / "backups" / "one.backup")]) == 1
    assert "There is a database already" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_older_ones_go_once_a_new_one_is_there(ring, tmp_path, monkeypatch, capsys):
    folder = tmp_path / "backups"
    monkeypatch.setenv("REFLECT_BACKUPS", str(folder))
    old, young = an_old_one(folder, ring, 36), an_old_one(folder, ring, 34)

    assert main(["backup"]) == 0

    assert "Older than 35 days, and deleted: 1." in capsys.readouterr().out
    assert (old.exists(), young.exists()) == (False, True)
    assert backup.newest(folder) == now().date()
    assert main(["backup", "--keep", "7", str(folder / "two.backup")]) == 0
    assert not young.exists()


@pytest.mark.usefixtures("here")
def test_the_nightly_work_deletes_at_the_term_and_misses_what_is_missing(
    ring, tmp_path, monkeypatch, capsys
):
    folder = tmp_path / "backups"
    monkeypatch.setenv("REFLECT_BACKUPS", str(folder))
    old = an_old_one(folder, ring, 36)

    assert main(["work"]) == 1
    assert not old.exists()
    assert f"the newest backup in {folder} is of no day" in capsys.readouterr().err
    an_old_one(folder, ring, 1)
    assert main(["work"]) == 0


@pytest.mark.usefixtures("here")
def test_what_cannot_be_is_told_in_a_line(tmp_path, capsys):
    for words, why in (
        (["backup"], "name a folder, or set REFLECT_BACKUPS"),
        (["backup", str(tmp_path), "--keep", "36"], "backups are kept 1 to 35 days: 36"),
        (["backup", str(tmp_path / "nowhere" / "x.backup")], "No such file or directory"),
    ):
        assert main(words) == 1
        err = capsys.readouterr().err
        assert why in err
        assert err.count("\n") == 1


def test_without_the_keys_nothing_is_restored(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))

    assert main(["restore", "x.backup"]) == 1
    assert f"put your copy of the keys in {tmp_path}/keys first" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_a_damaged_row_is_told_and_no_older_backup_goes(sqlite, ring, tmp_path, capsys):
    folder = tmp_path / "backups"
    old = an_old_one(folder, ring, 36)
    with sqlite.writing() as db:
        db.connection().exec_driver_sql("UPDATE outbox SET sealed = x'010001'")
        db.commit()

    assert main(["backup", str(folder)]) == 1
    assert "is not readable" in capsys.readouterr().err
    assert old.exists()
