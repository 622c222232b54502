"""An operator lets staff in, by a link."""

import pytest

from reflect.commands import main
from reflect.records import factors, passwords, sessions, staff
from reflect.records.instance import ready

EMAIL = "trainer@example.org"


@pytest.fixture
def instance(sqlite, tmp_path, monkeypatch):
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    monkeypatch.setenv("REFLECT_BASE_URL", "https://reflect.example.nl")
    return sqlite


def add(email=EMAIL, organisation="Academie", role="trainer"):
    return main(["staff", "add", email, "--role", role, "--organisation", organisation])


def member(database, tmp_path, db):
    return staff.by_email(db, ready(database, tmp_path / "keys"), EMAIL)


def test_adding_prints_a_link_that_lets_a_trainer_choose_a_password(instance, tmp_path, capsys):
    assert add() == 0

    link, *_ = capsys.readouterr().out.splitlines()
    base, token = link.rsplit("/", 1)
    assert base == "https://reflect.example.nl/staff/welcome"
    with instance.reading() as db:
        here = member(instance, tmp_path, db)
        assert [role.name for role in staff.roles(db, here.id)] == ["trainer"]
        assert here.token_hash is not None
        assert token.encode() not in here.token_hash


def test_somebody_gets_a_second_role_under_the_same_address(instance, tmp_path):
    add()
    add(email="Trainer@Example.ORG", role="administrator")

    with instance.reading() as db:
        assert db.query(staff.Staff).count() == 1
        here = member(instance, tmp_path, db)
        assert {role.name for role in staff.roles(db, here.id)} == {"trainer", "administrator"}


@pytest.mark.parametrize(("words", "is_kept"), [([], False), (["--keep-authenticator"], True)])
def test_a_reset_ends_password_sessions_and_if_not_spared_the_authenticator(
    instance, tmp_path, clock, words, is_kept
):
    add()
    ring = ready(instance, tmp_path / "keys")
    with instance.writing() as db:
        here = staff.by_email(db, ring, EMAIL)
        here.password_hash = passwords.hash("een oud wachtwoord")
        factors.enrol(db, ring, here.id, b"s" * 20, last_step=0)
        token = sessions.begin(db, kind="staff", owner=here.id, at=clock())
        db.commit()

    assert main(["staff", "reset", EMAIL, *words]) == 0

    with instance.reading() as db:
        here = member(instance, tmp_path, db)
        assert here.password_hash is None
        assert sessions.find(db, token, clock()) is None
        assert (factors.of(db, here.id) is not None) is is_kept


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["add", "niet-een-adres", "--role", "trainer", "--organisation", "A"], "no e-mail"),
        (["add", EMAIL, "--role", "trainer", "--organisation", " "], "has a name"),
        (["add", EMAIL, "--role", "trainer", "--organisation", "x" * 201], "has a name"),
        (["reset", "niemand@example.org"], "nobody here"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(instance, capsys, words, fault):
    assert main(["staff", *words]) == 1

    said = capsys.readouterr()
    assert fault in said.err
    assert said.err.count("\n") == 1
    assert not said.out
    with instance.reading() as db:
        assert not db.query(staff.Staff).count()


def test_a_role_that_is_none_is_wrong_usage(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["staff", "add", EMAIL, "--role", "boss", "--organisation", "A"])
    assert "invalid choice: 'boss'" in capsys.readouterr().err


def test_an_instance_that_was_not_made_is_not_made_by_the_way(tmp_path, monkeypatch, capsys):
    nowhere, empty = tmp_path / "nowhere", tmp_path / "empty"
    empty.mkdir()
    for place in (nowhere, empty):
        monkeypatch.setenv("REFLECT_INSTANCE", str(place))
        assert add() == 1
        assert "run `reflect migrate` first" in capsys.readouterr().err
    assert not nowhere.exists()
