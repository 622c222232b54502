"""Twenty clicks on one button, at the same time, at a real server: it is submitted once."""

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from threading import Barrier
from urllib.parse import urlencode

import pytest

from reflect.app import create_app
from reflect.records import releases
from reflect.records.responses import Contribution, Frozen
from tests.journeys.crowd import FORM, TOKEN
from tests.journeys.remote import Server
from tests.journeys.serving import address
from tests.journeys.world import World

CLICKS = 20


@pytest.fixture
def world(database, tmp_path):
    """Who lives there, by the real clock, as the server has it."""
    app = create_app(instance=tmp_path, database_url=address(database))
    yield World(app)
    app.extensions["reflect"].database.close()


@pytest.fixture
def server(world, tmp_path):
    """A real server on that database."""
    server = Server(tmp_path, address(world.house.database))
    server.start()
    yield server
    server.kill()


def ask(server, method, path, session, fields=()):
    connection = HTTPConnection("127.0.0.1", server.port, timeout=20)
    headers = FORM | {"Cookie": f"session={session}"}
    connection.request(method, path, urlencode(fields), headers)
    reply = connection.getresponse()
    told = reply.status, reply.headers.get("Location"), reply.read()
    connection.close()
    return told


def test_twenty_clicks_at_once_make_one_submission_and_one_receipt(world, server):
    group = world.group(world.trainer())
    moment = world.moments(group)[0]
    someone = world.somebody(group)
    response, session = world.begin(someone.me, moment), world.session(someone.me)
    world.pretend(someone.me, response)
    path = f"/reflections/{response}"
    token = TOKEN.search(ask(server, "GET", f"{path}/review", session)[2])[1].decode()
    together = Barrier(CLICKS)

    def click(_number):
        together.wait()
        return ask(server, "POST", f"{path}/submit", session, {"csrf_token": token})[:2]

    with ThreadPoolExecutor(CLICKS) as pool:
        assert set(pool.map(click, range(CLICKS))) == {(302, f"{path}/report")}

    assert world.sheet(someone.me, response).response.receipt
    with world.house.database.reading() as db:
        assert (db.query(Frozen).count(), db.query(Contribution).count()) == (1, 1)
        assert releases.submitted(db, moment) == 1
