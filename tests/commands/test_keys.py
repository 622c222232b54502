"""`reflect keys` looks, renews and lets go, and says so in lines."""

import pytest

from reflect.commands import main
from reflect.records.outbox import Outbox
from tests.records.everything import fill


@pytest.fixture
def here(sqlite, ring, tmp_path, monkeypatch):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    return fill(sqlite, ring)


def spoil(sqlite) -> str:
    with sqlite.writing() as db:
        row = db.query(Outbox).first()
        row.sealed = row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])
        db.commit()
        return row.id


@pytest.mark.usefixtures("here")
def test_keys_that_are_right_are_said_to_be(capsys):
    for more in ([], ["--all"]):
        assert main(["keys", "check", *more]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        assert "Key 1 seals: " in out
        assert "rows: " in out


@pytest.mark.usefixtures("here")
def test_a_rotation_says_what_to_copy_and_what_is_left(capsys, tmp_path):
    assert main(["keys", "rotate"]) == 0
    out = capsys.readouterr().out
    assert f"Key 2 is made: copy {tmp_path}/keys/0002.key to where you keep the keys." in out
    assert "Carried over to key 2: " in out

    assert main(["keys", "check"]) == 0
    assert "Key 1 opens: person 8.\nKey 2 seals: " in capsys.readouterr().out
    assert main(["keys", "retire"]) == 0
    assert "Key 1 stays until" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_with_one_key_there_is_none_to_let_go_of(capsys):
    assert main(["keys", "retire"]) == 0
    assert "There is one key" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_what_does_not_open_is_a_line_each(sqlite, capsys):
    row = spoil(sqlite)

    assert main(["keys", "check"]) == 1
    assert capsys.readouterr().err == (
        f"reflect: outbox {row} is not readable: put it back from a backup.\n"
    )
    assert main(["keys", "rotate"]) == 1
    assert f"cannot be carried over: outbox {row} is not" in capsys.readouterr().err
    assert main(["keys", "rotate"]) == 1
    assert "For a new key, run it once more" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_each_fault_of_the_keys_is_told_and_what_to_do(capsys, tmp_path):
    key = tmp_path / "keys" / "0001.key"
    key.chmod(0o644)
    assert main(["keys", "check"]) == 1
    assert "0001.key may be read by others (mode 0644)" in capsys.readouterr().err

    key.chmod(0o600)
    key.write_text("ab" * 32)
    assert main(["keys", "check"]) == 1
    assert "0001.key is not of this database: put the right one" in capsys.readouterr().err

    key.unlink()
    assert main(["keys", "check"]) == 1
    assert "There are no keys in" in capsys.readouterr().err
