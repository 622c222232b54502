"""A trainer who closes a moment while the server dies: closed it stays, or can be closed again."""

import hmac
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count
from threading import Thread
from typing import Any, Self
from urllib.parse import urlencode

from reflect.records import releases
from reflect.records.groups import Moment
from reflect.records.groups.tables import CLOSED
from tests.journeys.world import World

NUMBERS = count(1)
MEMBERS = 6
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class Closing:
    """A moment with enough answers, whether it was said to be closed, and what was told then."""

    moment: str
    session: str
    promised: bool = False
    told: dict[str, Any] | None = None
    threads: list[Thread] = field(default_factory=list)

    @classmethod
    def prepared(cls, world: World) -> Self:
        """A new trainer with a new group, of whom enough submitted."""
        trainer = world.trainer(f"closing{next(NUMBERS)}@example.org")
        group = world.group(trainer, phases=("after", "later"))
        moment = world.moments(group)[0]
        world.fill(group, moment, *[0.5] * MEMBERS)
        return cls(moment, world.staff_session(trainer))

    def begin(self, port: int) -> None:
        """Press the button."""
        self.threads = [Thread(target=self._press, args=(port,))]
        self.threads[0].start()

    def end(self) -> None:
        """The answer came, or never will."""
        for thread in self.threads:
            thread.join()

    def lost(self, world: World) -> list[str]:
        """What was promised of it and is not so; whatever had begun is brought to its end."""
        lost = []
        if self.promised and self._state(world) != CLOSED:
            lost.append("a closing")
        house = world.house
        by = releases.rules(world.questionnaire, "after", house.config.floor)
        releases.close(house.database, house.ring, self.moment, by, house.clock())
        with house.database.reading() as db:
            told = releases.of_moment(db, self.moment)
        if told is None or self.told not in (None, told):
            lost.append("a release")
        self.told = told
        return lost

    def _state(self, world: World) -> str:
        with world.house.database.reading() as db:
            return db.get(Moment, self.moment).state

    def _press(self, port: int) -> None:
        """A redirect to the moment's own page says that it is closed."""
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        token = hmac.digest(self.session.encode(), b"csrf", "sha256").hex()
        headers = FORM | {"Cookie": f"session={self.session}"}
        try:
            path = f"/moments/{self.moment}"
            connection.request("POST", f"{path}/close", urlencode({"csrf_token": token}), headers)
            reply = connection.getresponse()
            self.promised = reply.status == 302 and reply.headers["Location"] == path
            assert self.promised, (reply.status, reply.headers["Location"])
        except (OSError, HTTPException):
            return  # the server is gone
        finally:
            connection.close()
