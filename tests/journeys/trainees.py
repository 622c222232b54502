"""People who join, fill in and send in through a proxy, and write down what was acknowledged."""

import re
import time
from dataclasses import dataclass, field
from html import unescape
from threading import Event, Lock, Thread
from urllib.parse import urlsplit

from sqlalchemy import func, select

from reflect.records.groups import Membership
from reflect.records.people import Person
from reflect.records.responses import Contribution, Response
from tests.journeys.crowd import LATEST, TOKEN, Filled, sittings
from tests.journeys.sending import Sender
from tests.journeys.world import Someone, World

HIDDEN = re.compile(rb'<input type="hidden" name="([^"]+)" value="([^"]*)"')
CODE = re.compile(rb'autocomplete="new-password" value="([^"]+)"')
LONGEST = 60  # seconds that anything is waited for


@dataclass
class Trainees(Sender):
    """So many at a time, at one address; whoever has sent in makes place for somebody new."""

    world: World
    join: str
    visitors: int
    everybody: list[Filled] = field(default_factory=list)
    promised: int = 0
    stopped: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)

    def begin(self) -> None:
        """All at once."""
        self.stopped.clear()
        self.threads = [Thread(target=self._work) for _ in range(self.visitors)]
        for thread in self.threads:
            thread.start()

    def end(self) -> None:
        """Nobody begins anything any more; whoever is at it sends in."""
        self.stopped.set()
        for thread in self.threads:
            thread.join()
        self.threads = []

    def wait(self, more: int) -> None:
        """Until so many more promises were made. AssertionError when they do not come."""
        wanted, until = self.promised + more, time.monotonic() + LONGEST
        while self.promised < wanted:
            assert time.monotonic() < until, (self.promised, wanted, self.failed[-3:])
            time.sleep(0.005)

    def lost(self) -> list[str]:
        """What was promised and is not there."""
        return [one for filled in self.everybody for one in filled.lost(self.world)]

    def doubled(self) -> dict[str, tuple[int, int]]:
        """Where there are more or fewer than came: of people, members, responses, contributions."""
        sent_in = sum(one.is_submitted for one in self.everybody)
        came = {Person.id: 0, Membership.id: 0, Response.id: 0}
        wanted = dict.fromkeys(came, len(self.everybody)) | {Contribution.response_id: sent_in}
        with self.world.house.database.reading() as db:
            there = {one: db.scalars(select(func.count(one))).one() for one in wanted}
        return {str(one): (there[one], wanted[one]) for one in wanted if there[one] != wanted[one]}

    def _work(self) -> None:
        while not self.stopped.is_set():
            self._fill(self._arrive())

    def _arrive(self) -> Filled:
        """Join the group, and begin: what is shown once, and where it leads, is promised."""
        path = f"/join/{self.join}"
        door, _ = self.ask("", "GET", path)
        shown, reply = self.ask("", "POST", path, {**_hidden(door), "counts": "yes"})
        session = reply.headers["Set-Cookie"].partition(";")[0].partition("=")[2]
        code = CODE.search(shown)[1].decode()
        mine, _ = self.ask(session, "GET", "/reflections")
        _, reply = self.ask(session, "POST", "/reflections", _hidden(mine))
        response = urlsplit(reply.headers["Location"]).path.split("/")[2]
        filled = Filled(Someone(self.world.known(code), code), session, response)
        with self.lock:
            self.everybody.append(filled)
            self.promised += 2
        return filled

    def _fill(self, filled: Filled) -> None:
        """Answer by answer, then a section, then answers that change, then it is sent in."""
        path = f"/reflections/{filled.response}"
        token = TOKEN.search(self.ask(filled.session, "GET", f"{path}/review")[0])[1].decode()
        for answers in sittings():
            fields = {f"q_{name}": value for name, value in answers.items()}
            fields |= {"csrf_token": token, "seen": LATEST, "question": next(iter(answers))}
            where = "answers" if len(answers) == 1 else "wegen"
            filled.sent |= answers
            self.ask(filled.session, "POST", f"{path}/{where}", fields)
            filled.kept |= answers
            filled.sent.clear()
            self._promise()
        self.ask(filled.session, "POST", f"{path}/submit", {"csrf_token": token})
        filled.is_submitted = True
        self._promise()

    def _promise(self) -> None:
        with self.lock:
            self.promised += 1


def _hidden(page: bytes) -> dict[str, str]:
    fields = ((name.decode(), unescape(value.decode())) for name, value in HIDDEN.findall(page))
    return {name: value for name, value in fields if name != "next"}
