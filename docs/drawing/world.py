"""The world in the pictures: the same people, codes, answers and hour at every drawing."""

import base64
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from unittest.mock import patch

from drawing import moods
from drawing.moods import mood
from reflect.commands.demo.opinions import Survey
from reflect.commands.demo.play import EVALUATION, MEANT, QUESTIONNAIRE
from reflect.commands.demo.stage import SECOND, Stage
from reflect.commands.instance import prepare
from reflect.config import Config, folder, read_config
from reflect.language import HERE
from reflect.questionnaire import Library
from reflect.records import sessions
from reflect.records.people import Opened

NOW = datetime(2026, 11, 23, 21, 3, tzinfo=HERE)  # a Monday, at nine in the evening
SPRING, AUTUMN, WINTER = (timedelta(days=days) for days in (190, 4, 20))  # ago
ADDRESS = "https://reflect.example"
TRAINER, NEWCOMER = "trainer@academie.example", "nieuw@academie.example"
PASSWORD = "vier losse woorden samen"  # noqa: S105 - of nobody
ORGANISATION = "Academie voor Jeugd"
MEMBERS, FEW, ENOUGH = 11, 7, 6  # of the groups of spring, winter and autumn
BEGINNING = ("of the front page", "filling in", "sending")  # one a picture: it stands by itself
SILENT = 3  # of the few give no answer in one domain


@dataclass
class World:
    """Who lives in it, by what the pictures need of them; it is played once."""

    config: Config
    stage: Stage
    survey: Survey
    trainer: str = ""
    groups: dict[str, str] = field(default_factory=dict)
    people: dict[str, Opened] = field(default_factory=dict)
    responses: dict[str, str] = field(default_factory=dict)
    evaluation: str = ""

    def play(self) -> None:
        """A training in spring that was measured twice, a small one, and one that is going on."""
        self.trainer = self.stage.staff(TRAINER, "trainer", PASSWORD)
        self.stage.staff(NEWCOMER, "trainer", PASSWORD)
        self._spring(replace(self.stage, at=NOW - SPRING))
        self._winter(replace(self.stage, at=NOW - WINTER))
        self._autumn(replace(self.stage, at=NOW - AUTUMN))

    def _spring(self, then: Stage) -> None:
        group = self.groups["spring"] = then.group(self.trainer, "Training voorjaar")
        first, later = then.moment(group), self.stage
        me, _ = then.join(group)
        everybody = [me, *(then.join(group)[0] for _ in range(MEMBERS))]
        with mood():
            filled = [then.fill(one, first, part=1) for one in everybody]
        then.mean(me, filled[0], MEANT)
        then.close(first, then.questionnaire)
        self.evaluation = replace(self.survey, at=then.at).launch(group, everybody, then.chance)
        then.close(self.evaluation, self.survey.questionnaire)
        second = later.open_next(group)
        with mood(steps=moods.NOW):
            again = [later.fill(one, second, part=1) for one in everybody]
        later.close(second, later.questionnaire, SECOND)
        self.people["looking back"] = me
        self.responses |= {"first": filled[0], "second": again[0]}

    def _winter(self, then: Stage) -> None:
        """Few people, of whom some are silent on the one and all agree on the other."""
        group = self.groups["winter"] = then.group(self.trainer, "Training winter")
        first = then.moment(group)
        with mood(agreed=True, silent=SILENT):
            for _ in range(FEW):
                then.come(first, part=1)
        then.close(first, then.questionnaire)

    def _autumn(self, then: Stage) -> None:
        group = self.groups["autumn"] = then.group(self.trainer, "Training najaar")
        first = then.moment(group)
        for _ in range(ENOUGH):
            then.come(first, part=1)
        for name in BEGINNING:
            me, _ = then.join(group)
            self.people[name] = me
            self.responses[name] = then.fill(me, first, part=0.3)

    def join_code(self, group: str) -> str:
        """The code of a group."""
        return self.stage.join_code(self.trainer, self.groups[group])

    def moment(self, group: str, number: int = 1) -> str:
        """A moment of a group."""
        return self.stage.moment(self.groups[group], number)

    def session(self, who: str) -> str:
        """The token of a session, of somebody by name or of the trainer."""
        with self.stage.database.writing() as db:
            if who in self.people:
                me = self.people[who]
                begin = {"kind": "person", "owner": me.person_id, "key": me.key}
                token = sessions.begin(db, **begin, at=NOW)
            else:
                token = sessions.begin(db, kind="staff", owner=self.trainer, at=NOW)
                here = sessions.find(db, token, NOW)
                token = sessions.prove(db, here.session_id, NOW)
            db.commit()
        return token


@contextmanager
def same_chance(name: str) -> Iterator[None]:
    """Whatever meanwhile comes by chance is the same each time: nobody lives in this world."""
    chance = Random(name)  # noqa: S311 - what this draws protects nothing
    with (
        patch.object(secrets, "choice", chance.choice),
        patch.object(secrets, "token_bytes", lambda size=32: chance.randbytes(size)),
        patch.object(secrets, "token_urlsafe", lambda size=32: _spelled(chance.randbytes(size))),
    ):
        yield


def _spelled(drawn: bytes) -> str:
    return base64.urlsafe_b64encode(drawn).rstrip(b"=").decode()


def played(place: Path) -> World:
    """The world, in an instance of its own in that folder."""
    mail = {"mail_host": "127.0.0.1", "mail_sender": "reflect@reflect.example"}
    config = read_config(instance=place, base_url=ADDRESS, **mail)
    with same_chance("the keys"):
        ring, database = prepare(config)
    library = Library.read(folder("questionnaires"))
    asked, opinion = library.latest(QUESTIONNAIRE), library.latest(EVALUATION)
    stage = Stage(config, ring, database, asked, NOW, organisation=ORGANISATION)
    world = World(config, stage, Survey(database, ring, opinion, NOW))
    with same_chance("the world"):
        world.play()
    return world
