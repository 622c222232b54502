"""The server is killed in the middle of everything: what it said it keeps, it keeps."""

import time
from random import Random

import pytest

from reflect.app import create_app
from tests.journeys.crowd import Crowd, pile
from tests.journeys.remote import REAL, Server
from tests.journeys.serving import address
from tests.journeys.world import World

CLIENTS, PILE = 4, 40
FLOOR = 40  # promises that a cycle waits for at least
LONGEST = 30  # seconds that it waits
CYCLES = {"sqlite": 5, "postgresql": 2}
FORGETFUL = "tests.journeys.forgetful:create_app()"


@pytest.fixture
def world(database, tmp_path):
    """Who lives there, by the real clock, as the server has it."""
    app = create_app(instance=tmp_path, database_url=address(database))
    yield World(app)
    app.extensions["reflect"].database.close()


def crash(server: Server, crowd: Crowd, chance: Random) -> int:
    """One cycle: people answer, and at some moment the server is gone; the promises it made."""
    server.start()
    before, until = crowd.promised, time.monotonic() + LONGEST
    crowd.begin()
    while crowd.promised - before < FLOOR and time.monotonic() < until:
        time.sleep(0.002)
    time.sleep(chance.random() / 4)
    server.kill()
    crowd.end()
    return crowd.promised - before


def lost(world: World, crowd: Crowd) -> list[tuple[str, list[str]]]:
    """The responses of which something promised is gone."""
    told = [(each.response, each.lost(world)) for pile in crowd.piles for each in pile]
    return [(response, gone) for response, gone in told if gone]


def test_no_answer_that_was_acknowledged_is_lost_in_a_crash(world, database, tmp_path):
    server = Server(tmp_path, address(database), REAL)
    crowd = Crowd(server.port, [pile(world, PILE) for _ in range(CLIENTS)])
    chance = Random()  # noqa: S311 - another moment each time
    for _ in range(CYCLES[database.url.get_backend_name()]):
        assert crash(server, crowd, chance) >= FLOOR
        assert not lost(world, crowd)
    filled = [each for pile in crowd.piles for each in pile if each.kept]
    assert any(each.is_submitted for each in filled)
    assert any(not each.is_submitted for each in filled)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_server_that_forgets_to_commit_is_found_out(world, database, tmp_path):
    server = Server(tmp_path, address(database), FORGETFUL)
    crowd = Crowd(server.port, [pile(world, PILE) for _ in range(CLIENTS)])
    assert crash(server, crowd, Random(1)) >= FLOOR  # noqa: S311 - any moment will do
    assert lost(world, crowd)
