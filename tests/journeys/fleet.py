"""Several servers of their own behind one nginx, on one database, and the people who use them."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from reflect.app import create_app
from reflect.records.engine import Database
from tests.journeys.proxying import free_port, listens, proxied
from tests.journeys.remote import Server
from tests.journeys.sending import Failed
from tests.journeys.serving import address
from tests.journeys.trainees import Trainees
from tests.journeys.world import World

PLACES = 100_000  # of the group that everybody joins
SETTINGS = ("--config", "python:reflect.web.server")  # as `reflect run` has it
STRETCH = 30  # promises that are waited for between two events


class Part(Server):
    """One server: one process that works, by the settings of `reflect run`."""

    def __init__(self, number: int, instance: Path, database_url: str, proxy: int):
        super().__init__(instance, database_url)
        self.said = instance / f"said-{number}.txt"
        self.address = f"127.0.0.1:{self.port}"
        self.words = ["--workers", "1", "--threads", "2", *SETTINGS]
        self.environment |= {
            "REFLECT_BASE_URL": f"http://127.0.0.1:{proxy}",
            "REFLECT_PROXIES": "1",
        }


@dataclass
class Fleet:
    """What runs, and who fills in."""

    parts: list[Part]
    world: World
    people: Trainees

    def kill(self, part: Part) -> list[Failed]:
        """It is gone at once, and comes back later; what failed, and is not to be explained by it.

        Explained is what it was at: one request that was sent before, for each who fills in.
        """
        before = len(self.people.failed)
        part.kill()
        while listens(part.port):
            pass
        gone = time.monotonic()
        self.people.wait(STRETCH)
        part.start()
        self.people.wait(STRETCH)
        failed = self.people.failed[before:]
        open_then = [one for one in failed if one.server == part.address and one.sent < gone]
        return [one for one in failed if one not in open_then[: self.people.visitors]]

    def restart(self, part: Part) -> list[Failed]:
        """It is asked to end, and comes back; what failed."""
        before = len(self.people.failed)
        part.stop()
        self.people.wait(STRETCH)
        part.start()
        self.people.wait(STRETCH)
        return self.people.failed[before:]


@contextmanager
def fleet(
    folder: Path, database: Database, *, size: int, visitors: int, is_control: bool = False
) -> Iterator[Fleet]:
    """So many servers, and so many people at a time who fill in until it is over.

    A control has servers that leave as gunicorn does by itself.
    """
    port = free_port()
    app = create_app(instance=folder, database_url=address(database))
    world = World(app)
    group = world.group(trainer := world.trainer(), cap=PLACES)
    parts = [Part(number, folder, address(database), port) for number in range(size)]
    for part in parts if is_control else ():
        part.words = part.words[: -len(SETTINGS)]
    people = Trainees(port, world, world.join_code(trainer, group), visitors)
    with ExitStack() as stack:
        for part in parts:
            part.start()
            stack.callback(part.end)
        stack.enter_context(proxied(folder, port, [part.port for part in parts]))
        people.begin()
        stack.callback(people.end)
        people.wait(STRETCH)
        yield Fleet(parts, world, people)
    app.extensions["reflect"].database.close()
