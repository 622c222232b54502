"""What is wrong with an instance is told in a line by every command that works on one."""

import pytest
from sqlalchemy import text

from reflect.commands import main, run
from reflect.records.revision import CURRENT

ADD = ("staff", "add", "a@example.org", "--role", "trainer", "--organisation", "Academie")
MAKING = (("run",), ("migrate",))
USING = (("work",), ADD)
KEPT = "postgresql://reflect:geheim@127.0.0.1:1/reflect"


@pytest.fixture(autouse=True)
def _nothing_is_served(tmp_path, monkeypatch):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    monkeypatch.setattr(run, "claim", lambda _: None)
    monkeypatch.setattr(run.WSGIApplication, "run", lambda *_: pytest.fail("it was served"))


@pytest.fixture
def told(capsys):
    """The line that a command leaves behind when it cannot do what was asked."""

    def of(command):
        assert main(list(command)) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("reflect: ")
        assert err.count("\n") == 1
        return err

    return of


@pytest.mark.parametrize("command", MAKING + USING)
@pytest.mark.parametrize(
    ("url", "why"),
    [
        (KEPT, "The database cannot be used: connection failed"),
        ("mysql://root@localhost/reflect", "begins with sqlite:/// or postgresql://, not with my"),
        ("postgres://localhost/reflect", "sqlite:/// or postgresql://, not with postgres://."),
        ("sqlite:////nowhere/at/all/reflect.db", "unable to open database file"),
    ],
)
def test_a_database_that_is_nowhere(command, url, why, told, monkeypatch):
    monkeypatch.setenv("REFLECT_DATABASE_URL", url)
    line = told(command)
    assert why in line
    assert "geheim" not in line


@pytest.mark.parametrize("command", MAKING + USING)
def test_a_file_that_is_no_database(command, told, tmp_path):
    (tmp_path / "reflect.db").write_text("Dear diary, " * 1000)
    assert "The database cannot be used: file is not a database" in told(command)


def form(database, name):
    with database.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = :name"), {"name": name})
        db.commit()


@pytest.mark.parametrize("command", MAKING + USING)
def test_a_database_of_a_form_that_nobody_knows(command, told, sqlite):
    form(sqlite, "other")
    why = "of another version than" if command in MAKING else "not of this version"
    assert why in told(command)


@pytest.mark.parametrize("command", [("migrate",), ("work",), ADD])
def test_a_database_that_is_newer_than_the_code_is_used_as_it_is(command, sqlite, capsys):
    form(sqlite, "9999")
    assert main(list(command)) == 0
    assert capsys.readouterr().err == ""
    with sqlite.reading() as db:
        assert db.scalars(CURRENT).one() == "9999"


@pytest.mark.parametrize("command", MAKING)
def test_an_instance_that_cannot_be_made(command, told, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path / "file" / "instance"))
    assert told(command) == f"reflect: {tmp_path}/file/instance: Not a directory\n"


@pytest.mark.parametrize("command", USING)
def test_a_table_that_is_gone(command, told, sqlite, capsys):
    main(["migrate"])
    capsys.readouterr()
    with sqlite.writing() as db:
        for table in ("session", "organisation"):
            db.execute(text(f"ALTER TABLE {table} RENAME TO {table}_that_was"))
        db.commit()
    assert "The database cannot be used: no such table" in told(command)
