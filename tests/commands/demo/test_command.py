"""reflect demo: a region of teams, made through the doors that people use, and safe to be told."""

import json

import pytest
from sqlalchemy import func, select

from reflect.commands import main
from reflect.commands.demo import command
from reflect.commands.demo.note import roles
from reflect.commands.instance import prepare
from reflect.config import read_config
from reflect.records import people, responses
from reflect.records.people import Person
from reflect.records.releases import Release

SIZE = TEAMS, PEOPLE = 3, 36


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """The settings, the keys and the database of a small region, made by the command."""
    instance = tmp_path_factory.mktemp("instance")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REFLECT_INSTANCE", str(instance))
        patch.setattr(command, "SIZE", SIZE)
        assert main(["demo", "--world", "holland-rijnland", "--seed", "1"]) == 0
    config = read_config(instance=instance)
    ring, database = prepare(config)
    yield config, ring, database
    database.close()


def told(database):
    """All that was told, without the ids that are drawn anew each time."""
    with database.reading() as db:
        return sorted(map(tuple, db.execute(select(Release.kind, Release.published))))


def test_the_same_seed_tells_the_same_figures(world, tmp_path):
    config = read_config(instance=tmp_path)
    ring, other = prepare(config)
    command.play(command.staged(config, ring, other, seed=1), TEAMS, PEOPLE)

    assert told(other) == told(world[2])
    other.close()


def test_all_that_can_be_told_is_in_it(world):
    everything = [(kind, json.loads(body)) for kind, body in told(world[2])]

    reasons = {one["reason"] for _, body in everything for one in body["withheld"]}
    assert {kind for kind, _ in everything} == {"moment", "change", "union", "pool"}
    assert {body["turn"] for kind, body in everything if kind == "moment"} == {1, 2}
    assert "ledger" in reasons  # some are in two teams
    with world[2].reading() as db:
        assert db.scalars(select(func.count()).select_from(Person)).one() == PEOPLE


def test_nobody_can_be_solved_in_it(world, monkeypatch, capsys):
    monkeypatch.setenv("REFLECT_INSTANCE", str(world[0].instance))

    assert main(["audit-releases"]) == 0
    assert capsys.readouterr().out.endswith("on 0 one is solved\n")


def test_the_note_says_who_one_can_be(world):
    config, ring, database = world
    codes = [what.removeprefix("code ") for who, _, what in roles(config)[1:3]]

    with database.reading() as db:
        begun, twice = (people.open(db, ring, code) for code in codes)
        states = [
            {one.state for one in responses.of(db, who)}
            for who in (begun.person_id, twice.person_id)
        ]
    assert states == [{"draft"}, {"submitted"}]


def test_a_world_is_only_made_where_nobody_is(world, monkeypatch, capsys):
    monkeypatch.setenv("REFLECT_INSTANCE", str(world[0].instance))

    assert main(["demo", "--world", "holland-rijnland"]) == 1
    monkeypatch.setenv("REFLECT_BASE_URL", "https://reflect.example")
    assert main(["demo", "--world", "holland-rijnland"]) == 1

    somebody, elsewhere = capsys.readouterr().err.splitlines()
    assert "somebody is in" in somebody
    assert "for this machine alone" in elsewhere
