"""The doctor says of each thing an instance stands on that it is well, or what to do."""

import json
import os
import pwd
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reflect.commands import main
from reflect.commands.doctor import command, machine
from reflect.config import Config
from reflect.records import condition, inspection
from tests.post.sink import HERE, listening

NAMED = {"CONTROLLER": "Academie", "CONTACT": "a@example.org"}


@pytest.fixture
def setting(monkeypatch):
    def put(**values):
        for name, value in values.items():
            monkeypatch.setenv(f"REFLECT_{name}", str(value))

    return put


@pytest.fixture
def instance(tmp_path, setting, monkeypatch, capsys):
    """An instance that has its tables and keys."""
    monkeypatch.setattr(condition, "ROOM", 0)  # whatever this machine has
    setting(INSTANCE=tmp_path / "instance", **NAMED)
    assert main(["migrate"]) == 0
    capsys.readouterr()
    return tmp_path / "instance"


@pytest.fixture
def told(capsys):
    """What it says: the exit status, the words of each part, and what to do of it."""

    def of():
        status = main(["doctor", "--format", "json"])
        found = json.loads(capsys.readouterr().out)
        assert found["is_well"] is (status == 0)
        words = {one["part"]: one["words"] for one in found["findings"]}
        return status, words, {one["part"]: one["do"] for one in found["findings"] if one["do"]}

    return of


def test_of_an_instance_that_is_looked_after_there_is_nothing_to_do(
    instance, setting, tmp_path, told, capsys
):
    (tmp_path / "backups").mkdir()
    setting(BACKUPS=tmp_path / "backups")
    assert main(["backup"]) == main(["work"]) == 0
    capsys.readouterr()

    assert main(["doctor"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("ok  ") for line in lines)
    assert f"ok  folder         {instance}, and for nobody else." in lines
    status, words, do = told()
    assert (status, do) == (0, {})
    assert words["database"].startswith("Kept by SQLite 3.")
    assert words["backup files"].startswith("The newest in ")
    assert words["keys"] == "Key 1 seals. Keys there are: 1."


def test_a_new_instance_is_told_what_a_night_and_a_backup_are_for(instance, setting, told):
    setting(BACKUPS=instance / "none")
    instance.chmod(0o755)
    status, words, do = told()
    assert status == 1
    assert do.keys() == {"folder", "night", "backup", "backup files"}
    assert do["folder"] == f"Let its owner alone in: chmod 700 {instance}"
    assert words["backup files"].startswith("There is none in")


def test_keys_that_are_gone_open_or_of_another_are_told(instance, told):
    key = instance / "keys" / "0001.key"
    key.chmod(0o644)
    assert "may be read by others" in told()[1]["keys"]
    key.write_text("00" * 32)
    key.chmod(0o600)
    assert "not of this database" in told()[1]["keys"]
    key.unlink()
    _, words, do = told()
    assert "keys" in do
    assert "sealed rows" not in words


def test_a_row_that_does_not_open_is_told(instance, told, monkeypatch):
    shut = inspection.Looked("outbox", "a row of outbox is not readable")
    monkeypatch.setattr(inspection, "look", lambda *_: [shut])
    assert instance.is_dir()
    assert told()[2]["sealed rows"] == "Put it back from a backup."


def test_what_cannot_be_looked_at_ends_in_what_to_do(tmp_path, setting, told):
    setting(INSTANCE=tmp_path / "nowhere")
    assert told()[2]["folder"].startswith("Run `reflect migrate`")
    assert list(tmp_path.iterdir()) == []
    setting(INSTANCE=tmp_path)
    assert "reflect migrate" in told()[2]["tables"]
    setting(DATABASE_URL="postgresql://nobody:geheim@127.0.0.1:1/none")
    _, words, do = told()
    assert do["database"].startswith("See that the database runs")
    assert "geheim" not in str(words)
    setting(FLOOR=3)
    assert told()[1].keys() == {"settings"}


def test_whoever_does_not_own_the_instance_only_learns_who_does(instance, told, monkeypatch):
    monkeypatch.setattr(machine.os, "geteuid", lambda: 4711)
    owner = pwd.getpwuid(os.getuid()).pw_name
    _, words, do = told()
    assert do["folder"] == f"Run this as {owner}: sudo -u {owner} ..."
    assert "database" not in words
    monkeypatch.setattr(machine.pwd, "getpwuid", {}.__getitem__)
    assert f"is of user {os.getuid()}" in told()[1]["folder"]
    assert instance.is_dir()


def test_the_mail_server_is_asked_in_and_gets_no_mail(instance, setting, told):
    with listening() as (sink, port):
        setting(MAIL_HOST=HERE, MAIL_PORT=port, MAIL_SECURITY="none", MAIL_SENDER="a@example.nl")
        assert told()[1]["mail server"].endswith("by none: it lets us in.")
        setting(MAIL_SECURITY="starttls")
        _, words, do = told()
        assert "STARTTLS" in words["mail server"]
        assert "REFLECT_MAIL_*" in do["mail server"]
        assert sink.envelopes == []
    assert instance.is_dir()


@pytest.mark.parametrize(
    ("address", "proxies", "words", "is_well"),
    [
        ("http://127.0.0.1:8000", 0, "who asks is who connects", True),
        ("http://127.0.0.1:8000", 1, "nobody stands before", False),
        ("https://reflect.example", 0, "all people have one address", False),
        ("https://reflect.example", 2, "the last 2 count", True),
    ],
)
def test_what_a_setting_of_proxies_means_is_said(address, proxies, words, is_well):
    config = Config(Path("/nowhere"), base_url=address, proxies=proxies)
    found = machine.proxies(config)
    assert words in found.words
    assert found.is_well is is_well
    assert machine.address(config).words.startswith(address)


def test_a_clock_that_is_behind_is_seen_by_what_was_written(instance):
    config = Config(instance)
    late = datetime.now(UTC) - timedelta(hours=1)
    assert "It is behind" in machine.clock(config, late).words
    assert machine.clock(config, datetime.now(UTC)).is_well
    [apart] = machine.beside(late, datetime.now(UTC))
    assert (apart.words.partition(" s")[0], apart.is_well) == ("3600", False)
    assert command.SUMMARY


def test_the_clock_of_the_database_is_laid_beside_ours(instance, postgres, setting, told):
    setting(DATABASE_URL=postgres.url.render_as_string(hide_password=False))
    words = told()[1]
    assert words["clocks"].endswith(" s apart from that of the database.")
    assert words["database"].startswith("Kept by PostgreSQL 1")
    assert instance.is_dir()
