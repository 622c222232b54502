"""The server is killed in the middle of everything, again and again; its promises are counted."""

import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from reflect.app import create_app
from reflect.records.engine import Database
from tests.journeys.crowd import Crowd, Filled, pile
from tests.journeys.finishing import Closing
from tests.journeys.migrating import migrated_under_fire
from tests.journeys.remote import REAL, Server
from tests.journeys.serving import address
from tests.journeys.world import World

CLIENTS, PILE = 4, 6
FLOOR = 40  # promises that a cycle waits for at least
LONGEST = 30  # seconds that it waits
LATEST = 0.25  # seconds after that in which the end comes
KINDS = ("answers", "answers", "closing", "answers", "migration")
FORGETFUL = "tests.journeys.forgetful:create_app()"


@dataclass
class Ordeal:
    """A server on one database, the people who use it, and all that it ever promised them."""

    world: World
    server: Server
    crowd: Crowd
    chance: Random
    everybody: list[Filled] = field(default_factory=list)
    closed: list[Closing] = field(default_factory=list)
    cycles: int = 0

    @property
    def promised(self) -> int:
        """How many savings, submissions and closings were acknowledged."""
        return self.crowd.promised + sum(each.promised for each in self.closed)

    def cycle(self) -> list[str]:
        """One: people answer, and at some moment the server is gone; what is lost by then."""
        kind = KINDS[self.cycles % len(KINDS)]
        self.cycles += 1
        here = self._ready()
        closing = Closing.prepared(self.world) if kind == "closing" else None
        self._crash(closing)
        lost = [one for filled in here for one in filled.lost(self.world)]
        if closing:
            self.closed.append(closing)
            lost += closing.lost(self.world)
        if kind == "migration":
            with migrated_under_fire(self.world, self.chance) as elsewhere:
                lost += [f"migrated: {one}" for each in here for one in each.lost(elsewhere)]
        return lost

    def lost(self) -> list[str]:
        """What is gone of all that was ever promised."""
        people = [one for filled in self.everybody for one in filled.lost(self.world)]
        return people + [one for each in self.closed for one in each.lost(self.world)]

    def end(self) -> None:
        """Let go of the database."""
        self.world.house.database.close()

    def _ready(self) -> list[Filled]:
        """The people of this cycle: those who did not come to it yet, and as many new ones."""
        for number, old in enumerate(self.crowd.piles):
            left = [each for each in old if not each.kept and not each.sent]
            fresh = pile(self.world, PILE - len(left))
            self.crowd.piles[number] = left + fresh
            self.everybody += fresh
        return [each for pile in self.crowd.piles for each in pile]

    def _crash(self, closing: Closing | None) -> None:
        before = self.crowd.promised
        self.server.start()
        try:
            self.crowd.begin()
            until = time.monotonic() + LONGEST
            while self.crowd.promised - before < FLOOR and time.monotonic() < until:
                time.sleep(0.002)
            if closing:
                closing.begin(self.server.port)
            time.sleep(self.chance.random() * LATEST)
        finally:
            self.server.kill()
        self.crowd.end()
        if closing:
            closing.end()
        assert self.crowd.promised - before >= FLOOR, self.server.said.read_text()


def ordeal(folder: Path, database: Database, chance: Random, factory: str = REAL) -> Ordeal:
    """Who lives there, by the real clock, as the server has it; nobody came yet."""
    app = create_app(instance=folder, database_url=address(database))
    server = Server(folder, address(database), factory)
    crowd = Crowd(server.port, [[] for _ in range(CLIENTS)])
    return Ordeal(World(app), server, crowd, chance)
