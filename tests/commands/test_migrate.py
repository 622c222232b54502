"""`reflect migrate`: the database gets the form of this version."""

from pathlib import Path

import pytest

from reflect.commands import main, migrate
from reflect.config import read_config
from reflect.records.engine import Database
from reflect.records.revision import at_head


@pytest.fixture(autouse=True)
def instance(tmp_path, monkeypatch):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path / "instance"))
    return tmp_path / "instance"


def test_from_nothing_and_again(instance, capsys):
    for _ in range(2):
        assert main(["migrate"]) == 0
        assert capsys.readouterr().out == "The database has the form of this version.\n"
    database = Database(read_config().database)
    with database.reading() as db:
        assert at_head(db)
    database.close()
    assert instance.stat().st_mode & 0o777 == 0o700
    assert (instance / "keys" / "0001.key").exists()


def test_a_database_that_cannot_be_reached_is_told_in_a_line(monkeypatch, capsys):
    monkeypatch.setenv("REFLECT_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nowhere")
    assert main(["migrate"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("reflect: The database cannot be used: ")
    assert error.count("\n") == 1


def test_an_address_that_is_none_is_told_in_a_line(monkeypatch, capsys):
    monkeypatch.setenv("REFLECT_DATABASE_URL", "nowhere")
    assert main(["migrate"]) == 1
    assert capsys.readouterr().err == "reflect: The address of the database is not a URL.\n"


def test_a_developer_has_the_next_migration_written(monkeypatch, capsys):
    monkeypatch.setattr(migrate, "write", lambda _, words: Path(f"0099_{words}.py"))
    assert main(["migrate", "--write", "goals"]) == 0
    assert capsys.readouterr().out.startswith("0099_goals.py\n")
