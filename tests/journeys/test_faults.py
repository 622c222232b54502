"""A disk fills up, breaks, or may not be written: it is said, and nothing that was kept is lost."""

import json
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from reflect.app import create_app
from reflect.records.connections import sqlite_library
from reflect.records.engine import Database
from reflect.records.migration import migrate
from tests.journeys.crowd import FORM, LATEST, TOKEN
from tests.journeys.hindering import BROKEN, FULL, READ_ONLY, failing, full, small_disk, strace
from tests.journeys.remote import Server
from tests.journeys.serving import address
from tests.journeys.world import World

MANY = 400  # answers after which a full disk must have been noticed
SECTION = "signalen"


class Writer:
    """Somebody who keeps answers, and knows what the server said it has."""

    def __init__(self, world: World, port: int):
        self.world, self.port = world, port
        self.someone = world.somebody()
        self.response = world.begin(self.someone.me)
        self.session = world.session(self.someone.me)
        self.kept: dict[str, int] = {}
        page = self.ask("GET", f"/reflections/{self.response}/review")[2]
        self.token = TOKEN.search(page)[1].decode()

    def ask(self, method: str, path: str, **fields):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = FORM | {"Cookie": f"session={self.session}"}
        connection.request(method, path, urlencode(fields), headers)
        reply = connection.getresponse()
        told = reply.status, reply.headers.get("Retry-After"), reply.read()
        connection.close()
        return told

    def keep(self, question: str, value: int):
        fields = {"csrf_token": self.token, "seen": LATEST, "question": question}
        fields[f"q_{question}"] = value
        told = self.ask("POST", f"/reflections/{self.response}/answers", **fields)
        if told[0] == 200:
            self.kept[question] = value
        return told

    def keep_until_refused(self) -> None:
        """What a full log still takes was kept; then it is said that nothing is."""
        for number in range(MANY):
            status, again, body = self.keep("a1", number % 5 + 1)
            if status != 200:
                break
        assert (status, again) == (503, "10")
        assert json.loads(body)["message"].startswith("Nog niet bewaard")
        sent = {"csrf_token": self.token, "seen": LATEST, "q_a2": 5}
        status, again, page = self.ask("POST", f"/reflections/{self.response}/{SECTION}", **sent)
        assert (status, again) == (503, "10")
        assert b'name="q_a2" value="5"' in page

    def is_whole(self) -> bool:
        """Whether everything is there that was promised, and nothing is damaged."""
        kept = self.world.sheet(self.someone.me, self.response).values
        self.world.house.database.close()
        path = self.world.house.database.url.database
        with sqlite_library().connect(path) as connection:
            (state,) = connection.execute("PRAGMA integrity_check").fetchone()
        connection.close()
        return state == "ok" and kept == self.kept


@pytest.fixture
def disk(tmp_path):
    """A small disk of its own, and whether it is one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    with small_disk(folder) as is_small:
        yield folder, is_small


@contextmanager
def started(folder, database):
    """A real server, and somebody who writes."""
    app = create_app(instance=folder, database_url=address(database))
    server = Server(folder, address(database))
    server.start()
    yield server, Writer(World(app), server.port)
    server.kill()


def test_a_disk_that_takes_nothing_is_told_and_the_same_answers_are_kept_later(tmp_path, disk):
    strace()
    folder, is_small = disk
    database = Database(f"sqlite:///{folder / 'reflect.db'}")
    migrate(database)
    database.close()
    with started(tmp_path, database) as (server, writer):
        ways = [full(folder) if is_small else failing(server, FULL)]
        ways += [failing(server, BROKEN), failing(server, READ_ONLY)]
        for way in ways:
            assert writer.keep("a3", 3)[0] == 200
            with way:
                writer.keep_until_refused()
            assert writer.keep("a1", 2)[0] == 200
            assert writer.is_whole()
