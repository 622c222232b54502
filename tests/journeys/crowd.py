"""People who all answer at once, and write down what the server told them it holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count
from threading import Event, Thread
from urllib.parse import urlencode

from reflect.questionnaire import score
from reflect.records import responses
from tests.journeys.world import Someone, World

TOKEN = re.compile(rb'name="csrf_token" value="([0-9a-f]+)"')
LATEST = "999999"  # a page that has seen everything: no answer is at odds with another
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class Filled:
    """A response, what was promised of it, and what was sent without a word back."""

    someone: Someone
    session: str
    response: str
    kept: dict[str, int] = field(default_factory=dict)
    sent: dict[str, int] = field(default_factory=dict)
    is_submitted: bool = False

    def lost(self, world: World) -> list[str]:
        """What was promised and is not there, read with the owner's own key."""
        values = world.sheet(self.someone.me, self.response).values
        gone = [
            question
            for question, value in self.kept.items()
            if values.get(question) not in (value, self.sent.get(question, value))
        ]
        if self.is_submitted and not self._has_report(world, values):
            gone.append("the report")
        return gone

    def _has_report(self, world: World, values: dict) -> bool:
        """Whether it is submitted, with a profile of these very answers."""
        if not world.sheet(self.someone.me, self.response).is_submitted:
            return False
        with world.house.database.reading() as db:
            response, profile = responses.profile(db, self.someone.me, self.response)
        return profile == score(world.questionnaire, response.phase, values).to_json()


@dataclass
class Crowd:
    """A few people at a time, each with a pile of responses to fill in."""

    port: int
    piles: list[list[Filled]]
    promised: int = 0
    stopped: Event = field(default_factory=Event)

    def begin(self) -> None:
        """All at once."""
        self.stopped.clear()
        self.threads = [Thread(target=self._work, args=(pile,)) for pile in self.piles]
        for thread in self.threads:
            thread.start()

    def end(self) -> None:
        """Nobody sends anything any more."""
        self.stopped.set()
        for thread in self.threads:
            thread.join()

    def _work(self, pile: list[Filled]) -> None:
        try:
            for filled in pile:
                if not filled.kept and not filled.sent:
                    self._fill(filled)
        except (OSError, HTTPException):
            return  # the server is gone

    def _fill(self, filled: Filled) -> None:
        """Answer by answer, then a section, then answers that change, then it is submitted."""
        path = f"/reflections/{filled.response}"
        token = TOKEN.search(self._ask(filled, "GET", f"{path}/review")[1])[1].decode()
        for answers in sittings():
            if self.stopped.is_set():
                return
            fields = {f"q_{name}": value for name, value in answers.items()}
            fields |= {"csrf_token": token, "seen": LATEST, "question": next(iter(answers))}
            filled.sent |= answers
            where, well = ("answers", 200) if len(answers) == 1 else ("wegen", 302)
            status, _ = self._ask(filled, "POST", f"{path}/{where}", fields)
            assert status == well, status
            filled.kept |= answers
            filled.sent.clear()
            self.promised += 1
        status, _ = self._ask(filled, "POST", f"{path}/submit", {"csrf_token": token})
        assert status == 302, status
        filled.is_submitted = True
        self.promised += 1

    def _ask(self, filled: Filled, method: str, path: str, fields: dict | None = None):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            headers = FORM | {"Cookie": f"session={filled.session}"}
            connection.request(method, path, urlencode(fields or {}), headers)
            reply = connection.getresponse()
            return reply.status, reply.read()
        finally:
            connection.close()


def sittings() -> Iterator[dict[str, int]]:
    """One answer, and one, a whole section, and the first ones again, otherwise."""
    values = count()
    for question in ("a1", "a2", "a3", "a4"):
        yield {question: next(values) % 5 + 1}
    yield {f"b{number}": next(values) % 5 + 1 for number in range(1, 7)}
    for question in ("a1", "a2"):
        yield {question: next(values) % 5 + 1}


def pile(world: World, size: int) -> list[Filled]:
    """So many people, each with a session and a response that was begun."""
    people = [world.somebody() for _ in range(size)]
    return [Filled(one, world.session(one.me), world.begin(one.me)) for one in people]
