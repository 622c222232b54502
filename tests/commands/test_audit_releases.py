"""reflect audit-releases: nobody can be solved from what was told, and who can be is told of."""

import json

import pytest
from sqlalchemy import insert

from reflect.commands import audit_releases, main
from reflect.disclosure import Entry, key
from reflect.disclosure.worlds import Outcome
from reflect.records import instance
from reflect.records.releases import Release
from reflect.records.releases.membership import members
from reflect.records.releases.tables import Member
from tests.records.making import first
from tests.records.releases.nights import a_training, come, shut, told


@pytest.fixture
def here(sqlite, tmp_path, monkeypatch):
    """An instance with two groups that were told, and their union."""
    monkeypatch.setenv("REFLECT_INSTANCE", str(tmp_path))
    monkeypatch.setenv("REFLECT_DATABASE_URL", sqlite.url.render_as_string())
    ring = instance.ready(sqlite, tmp_path / "keys")
    for _ in range(2):
        with sqlite.writing() as db:
            moment = first(db, a_training(db, ring, phases=("before",)))
            come(db, ring, moment, ["1/2"] * 6)
            db.commit()
        shut(sqlite, ring, moment)
    assert told(sqlite, ring) == 1
    return sqlite


@pytest.mark.usefixtures("here")
def test_what_was_told_through_the_gate_gives_nobody_away(capsys):
    assert main(["audit-releases"]) == 0

    # two means of two groups, told in a union of a trainer, an organisation and all
    assert capsys.readouterr().out == "10 sums about 24 values, on 0 one is solved\n"


def test_what_got_in_past_the_gate_is_found_and_named(here, capsys):
    measure = key("q", 1, "domain:zien")
    with here.writing() as db:
        for number, among in enumerate(("abcdef", "abcde")):
            common = {"questionnaire": "q", "scope_id": "", "published": "{}", "sealed_sums": b""}
            row = Release(id=f"r{number}", **common)
            rows = members(row, [Entry.over(measure, among)])
            db.add(row)
            db.flush()
            db.execute(insert(Member), rows)
        db.commit()

    assert main(["audit-releases"]) == 1

    assert capsys.readouterr().out.splitlines()[:2] == [
        f"{measure}: somebody's value follows from what was told",
        f"{measure}: fewer than five people stand apart",
    ]


def test_worlds_end_with_a_line_that_says_how_it_went(capsys):
    assert main(["audit-releases", "--worlds", "10", "--seed", "3"]) == 0

    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("10 worlds, 0 solved, control caught ")


def test_a_run_that_was_stopped_goes_on(tmp_path, capsys):
    state = tmp_path / "state.json"
    words = ["audit-releases", "--seed", "3", "--state", str(state)]
    assert main([*words, "--worlds", "4"]) == 0
    assert json.loads(state.read_text())["worlds"] == 4

    assert main([*words, "--worlds", "10"]) == 0
    assert main([*words, "--worlds", "10"]) == 0
    assert main(["audit-releases", "--seed", "3", "--worlds", "10"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[3] == lines[5] == lines[7]


@pytest.mark.parametrize("kept", ['{"seed": 9}', "nothing", '{"worlds": 3}'])
def test_a_state_of_something_else_is_refused(tmp_path, capsys, kept):
    state = tmp_path / "state.json"
    state.write_text(kept)

    assert main(["audit-releases", "--worlds", "1", "--state", str(state)]) == 1

    assert str(state) in capsys.readouterr().err


def test_a_world_in_which_somebody_is_solved_is_a_failure(monkeypatch, capsys):

    broken = Outcome(1, 1, 0, 0, 1, 1, 1, 1)
    monkeypatch.setattr(audit_releases, "trial", lambda _: broken)

    assert main(["audit-releases", "--worlds", "2"]) == 1

    assert capsys.readouterr().out.splitlines()[-1] == "2 worlds, 2 solved, control caught 100 %"
