"""`reflect export-all`: everything that may be taken along is there, and nothing about a person."""

import csv
import hashlib
import json
from datetime import timedelta

import pytest

from reflect.commands import main
from reflect.commands.export_all import command
from reflect.language import now
from reflect.questionnaire import Questionnaire
from reflect.records import audit, organisations
from tests.commands.export_all.hidden import secrets
from tests.commands.export_all.town import OWN, Town
from tests.records.making import AT

ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
SECRETS = {"REFLECT_METRICS": "m" * 32, "REFLECT_MAIL_PASSWORD": "geheim-van-de-post"}


@pytest.fixture
def town(app, tmp_path, monkeypatch):
    """An instance where everything happened, and settings with secrets in them."""
    house = app.extensions["reflect"]
    url = house.database.url.render_as_string(hide_password=False)
    mail = {"MAIL_HOST": "localhost", "MAIL_USER": "post", "MAIL_SENDER": "post@example.org"}
    named = {f"REFLECT_{name}": value for name, value in mail.items()}
    places = {"REFLECT_INSTANCE": str(tmp_path), "REFLECT_DATABASE_URL": url}
    for name, value in {**named, **places, **SECRETS}.items():
        monkeypatch.setenv(name, value)
    return Town(app).lived()


def exported(tmp_path, *more: str):
    """Every file by its path."""
    target = tmp_path / "taken"
    assert main(["export-all", str(target), *more]) == 0
    files = {
        str(file.relative_to(target)): file.read_bytes()
        for file in target.rglob("*")
        if file.is_file()
    }
    assert not list(tmp_path.glob("*.part"))
    return files


def rows(files, name):
    return list(csv.DictReader(files[name].decode().splitlines()))


def summed(files):
    """The manifest, once all that it says of each file is so."""
    manifest = json.loads(files["MANIFEST.json"])
    for one in manifest["files"]:
        body = files[one["path"]]
        assert (len(body), hashlib.sha256(body).hexdigest()) == (one["bytes"], one["sha256"])
        if "rows" in one and one["path"].endswith(".csv"):
            assert len(rows(files, one["path"])) == one["rows"]
    sums = [line.split("  ") for line in files["SHA256SUMS"].decode().splitlines()]
    assert {name for _, name in sums} == files.keys() - {"SHA256SUMS"}
    return manifest


def told_of_two_days(town):
    """Somebody went yesterday and somebody today; when the first did."""
    yesterday = now() - timedelta(days=1)
    with town.house.database.writing() as db:
        for at in (yesterday, now()):
            audit.note(db, town.house.ring, audit.Event("person:erased"), at)
        db.commit()
    return yesterday


def test_all_is_there_as_on_the_pages_and_nothing_about_a_person(town, tmp_path):
    yesterday = told_of_two_days(town)
    files = exported(tmp_path)

    counts = summed(files)["counts"]
    assert (counts["organisations"], counts["groups"], counts["pictures"]) == (2, 4, 4)
    assert {one["name"] for one in rows(files, "groups.csv")} == {*town.GROUPS}
    assert {one["email"] for one in rows(files, "staff.csv")} == {*town.STAFF}
    closed = [one for one in rows(files, "moments.csv") if one["state"] == "closed"]
    for one in closed:
        held = [name for name in files if name.startswith(f"pictures/{one['id']}")]
        assert len(held) == (2 if one["kind"] == "reflection" else 0)
    pages = dict(town.pages())
    assert {path: files[path] for path in pages} == pages
    assert {path for path in files if path.startswith("unions/")} <= pages.keys()  # no trainer's
    again = Questionnaire.from_json(files["questionnaires/onveiligheid-opheffen-1.json"])
    assert again.fingerprint == town.questionnaire.fingerprint
    assert json.loads(files["settings.json"])["mail_user"] == "post"
    log = [json.loads(line) for line in files["audit/log.jsonl"].splitlines()]
    assert len(log) == counts["audit lines"] > 0
    assert [one["day"] for one in log if one["chain"] == "person"] == [f"{yesterday:%Y-%m-%d}"]
    heads = [f"--head={one}" for one in files["audit/heads.txt"].decode().split()]
    assert [one.partition(":")[0] for one in heads] == ["--head=staff", "--head=person"]
    assert main(["audit", "verify", *heads]) == 0
    assert b"No answer of anybody" in files["README.md"]
    whole = b"\n".join(name.encode() + body for name, body in files.items())
    found = [one for one in (*SECRETS.values(), *secrets(town)) if one.encode() in whole]
    assert found == []


@ON_SQLITE
def test_of_one_organisation_there_is_nothing_of_another(town, tmp_path, capsys):
    town.leave(town.STAFF[2])
    files = exported(tmp_path, f"--organisation={town.other}", "--language", "en")

    assert [one["name"] for one in rows(files, "groups.csv")] == ["Elders"]
    (trainer,) = rows(files, "staff.csv")
    assert (trainer["email"], trainer["role"], trainer["state"]) == (town.STAFF[2], "", "ended")
    (told,) = [name for name in files if name.startswith("pictures/") and name.endswith("csv")]
    assert files[told].startswith(b"organisation,group,questionnaire")
    assert "settings.json" not in files
    assert not [name for name in files if name.startswith("audit/")]
    whole = b"\n".join(files.values())
    assert b"Voorjaar" not in whole
    assert b"Academie voor Jeugd" not in whole
    assert main(["export-all", str(tmp_path / "more"), "--organisation", "x"]) == 1
    assert "here are: =Elders BV; Academie voor Jeugd" in capsys.readouterr().err
    assert main(["export-all", str(tmp_path / "more"), "--organisation", OWN]) == 0
    sums = (tmp_path / "more" / "SHA256SUMS").read_text()
    assert not {one for one in sums.split() if one.startswith("pictures/")} & files.keys()
    with town.house.database.reading() as db:
        line = audit.last(db, "instance:exported")
        assert (line.thing, line.detail) == (town.own, str(len(sums.splitlines()) + 1))


def test_it_is_of_one_moment_while_others_go_on(database, ring, tmp_path, monkeypatch):
    def written(*words):
        with database.writing() as db:
            organisations.named(db, "Van later")
            audit.note(db, ring, audit.Event("organisation:made"), AT)
            db.commit()
        return write(*words)

    write = command.tables.write
    monkeypatch.setattr(command.tables, "write", written)
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    url = database.url.render_as_string(hide_password=False)
    monkeypatch.setenv("REFLECT_DATABASE_URL", url)
    files = exported(tmp_path)

    assert files["organisations.csv"] == b"id,name\r\n"
    assert files["audit/log.jsonl"] == b""
