"""Commands note what they did, and a night says where the audit log ends."""

import shutil

import pytest
from sqlalchemy import text

from reflect.commands import main
from reflect.records import audit
from reflect.records.engine import Database


@pytest.fixture
def here(sqlite, ring, tmp_path, monkeypatch):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    assert ring.newest
    return sqlite


def lines(database) -> list[tuple[str, str, str]]:
    with database.reading() as db:
        return [(line.action, line.actor, line.result) for line in audit.every(db)]


def test_what_an_operator_types_is_noted_once(here, capsys):
    adding = [
        "staff",
        "add",
        "ada@example.org",
        "--role",
        "trainer",
        "--organisation",
        "Hogeschool",
    ]
    assert main(adding) == main(adding) == main(["staff", "reset", "ada@example.org"]) == 0
    assert main(["migrate"]) == 0, "nothing to do, so nothing to note"

    assert lines(here) == [
        (action, "operator", "ok")
        for action in ("organisation:made", "staff:invited", "staff:invited", "staff:reset")
    ]
    assert "ada" not in capsys.readouterr().out


def test_keys_and_backups_are_noted_and_a_restored_log_goes_on(here, tmp_path, monkeypatch):
    for words in (["keys", "rotate"], ["keys", "retire"], ["backup", str(tmp_path / "one.backup")]):
        assert main(words) == 0
    here.close()
    assert lines(here) == [
        ("instance:keys-renewed", "operator", "ok"),
        ("instance:backup", "operator", "ok"),
    ]
    (tmp_path / "other").mkdir()
    shutil.copytree(tmp_path / "keys", tmp_path / "other" / "keys")
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path / "other"))

    assert main(["restore", str(tmp_path / "one.backup")]) == 0

    assert main(["audit", "verify"]) == 0
    restored = Database(f"sqlite:///{tmp_path}/other/reflect.db")
    assert [action for action, *_ in lines(restored)] == [
        *("instance:keys-renewed", "instance:restored"),
    ]
    restored.close()


def test_a_database_that_is_brought_up_says_so_in_its_log(tmp_path, monkeypatch):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path / "new"))

    assert main(["migrate"]) == 0

    assert main(["audit", "verify"]) == 0
    assert (tmp_path / "new" / "reflect.db").exists()


def test_a_night_is_noted_and_says_where_the_log_ends(here, capsys):
    assert main(["work"]) == 0

    assert lines(here) == [("instance:night", "night", "ok")]
    assert "The audit log ends at person:0:" in capsys.readouterr().out


def test_a_night_tells_of_a_log_that_is_not_whole_and_drops_nothing_of_it(here, capsys):
    with here.writing() as db:
        db.execute(text("UPDATE audit_head SET last = 7 WHERE chain = 'person'"))
        db.commit()

    assert main(["work"]) == 1

    assert "the audit log is not whole: person" in capsys.readouterr().err
    assert lines(here) == [("instance:night", "night", "failed")]


def test_a_night_goes_on_where_the_log_has_lost_its_heads(here, capsys):
    assert main(["work"]) == 0
    with here.writing() as db:
        db.execute(text("DROP TRIGGER audit_head_not_taken_off"))
        db.execute(text("DELETE FROM audit_head"))
        db.commit()
    assert capsys.readouterr().err == ""

    assert main(["work"]) == 1

    assert "staff: the head of the chain is gone" in capsys.readouterr().err
