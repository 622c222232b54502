"""`reflect audit` says whether the log is whole, where it ends, and all that is in it."""

import json

import pytest
from sqlalchemy import text

from reflect.commands import main
from reflect.records import audit
from reflect.records.audit import Actor, Event
from tests.records.making import AT

HOSTILE = 'x\r\n{"chain": "staff", "number": 9}\u2028\x1b[2K'


@pytest.fixture
def here(sqlite, ring, tmp_path, monkeypatch):
    """An instance with two lines of staff and one of a person."""
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    with sqlite.writing() as db:
        for name in ("made", "deleted"):
            event = Event(f"group:{name}", Actor("staff", "ada"), HOSTILE, HOSTILE)
            audit.note(db, ring, event, AT)
        audit.note(db, ring, Event("person:erased"), AT)
        db.commit()
    return sqlite


def said(capsys, *words: str) -> list[str]:
    assert main(["audit", *words]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("here")
def test_a_whole_log_is_said_to_be_whole_and_a_head_that_was_kept_is_found_in_it(capsys):
    heads = said(capsys, "head")
    assert [one.split(":")[:2] for one in heads] == [["person", "1"], ["staff", "2"]]

    told = said(capsys, "verify", "--head", heads[0], "--head", heads[1])

    assert told == ["The audit log is whole: 3 lines, since 2026-11-21."]


def test_a_log_without_its_last_line_is_not_whole(here, capsys):
    with here.writing() as db:
        db.execute(text("DROP TRIGGER audit_not_taken_off"))
        db.execute(text("DELETE FROM audit WHERE number = 2"))
        db.commit()

    assert main(["audit", "verify"]) == 1
    assert "staff: it ends with line 1, and not as line 2" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_what_was_typed_makes_no_line_of_the_export(capsys):
    lines = [json.loads(line) for line in said(capsys, "export")]

    assert [(one["chain"], one["number"]) for one in lines] == [
        *(("staff", 1), ("staff", 2), ("person", 1)),
    ]
    assert lines[0]["at"] == "2026-11-21T13:03:00.000000+00:00"
    assert lines[0]["thing"].isprintable()
    assert lines[2]["at"] is None
    assert said(capsys, "export", "--since", "2026-11-22") == []


@pytest.mark.usefixtures("here")
def test_what_is_no_head_is_refused(capsys):
    assert main(["audit", "verify", "--head", "staff:1:abc"]) == 1
    assert "no head of the audit log" in capsys.readouterr().err
