"""A small world for many steps: one short questionnaire in ever newer versions, and one group."""

import json
from dataclasses import dataclass, field
from itertools import count

from flask import Flask
from flask.testing import FlaskClient

from reflect.questionnaire import Questionnaire
from reflect.records import imports, releases
from tests.journeys.world import World
from tests.questionnaire.building import definition, domain, nl, open_question, section, statement

NUMBERS = count(1)
SECTIONS = {"een": ("rust", "stilte", "welk"), "twee": ("tempo", "waarom")}
ENOUGH = [0.5] * 5  # people who submitted, beside those whom it is about


class Plain(FlaskClient):
    """A browser that asks this site, and looks at nothing."""

    def open(self, *args, **kw):
        return super().open(*args, **{"base_url": "http://127.0.0.1:8000"} | kw)


@dataclass
class Small(World):
    """People who fill in the newest version of a questionnaire that is published now and then."""

    version: int = 0
    newest: Questionnaire = field(init=False)

    @classmethod
    def of(cls, app: Flask) -> "Small":
        """The world of an app; nobody lives there."""
        app.test_client_class = Plain
        world = cls(app)
        world.publish()
        return world

    @property
    def questionnaire(self) -> Questionnaire:
        return self.newest

    def publish(self) -> None:
        """A new version, in which one statement has other words and another one is gone."""
        self.version += 1
        first = [statement("stilte", text=nl(f"Ik liet stilte, {self.version}."))]
        if self.version % 2:
            first.append(statement("rust"))
        whole = definition(
            section("een", *first, open_question("welk")),
            section("twee", statement("tempo"), open_question("waarom")),
            version=self.version,
            domains=[domain()],
        )
        self.newest = Questionnaire.from_json(json.dumps(whole | {"id": "klein"}))
        with self.house.database.writing() as db:
            imports.claim(db)
            imports.publish(db, self.newest, self.house.clock().date())
            db.commit()
        with self.house.database.reading() as db:
            imports.gather(db, self.house.library)

    def opened_group(self) -> tuple[str, str]:
        """A group of a new trainer, and its open moment."""
        trainer = self.trainer(f"trainer{next(NUMBERS)}@example.org")
        group = self.group(trainer, phases=("after", "later"))
        return group, self.moments(group)[0]

    def close(self, group: str, moment: str, asked: Questionnaire) -> None:
        """Enough others submit, and the moment is closed."""
        self.fill(group, moment, *ENOUGH)
        by = releases.rules(asked, "after", self.house.config.floor)
        releases.close(self.house.database, self.house.ring, moment, by, self.house.clock())

    def told(self, moment: str) -> dict | None:
        """What the group is told."""
        with self.house.database.reading() as db:
            return releases.of_moment(db, moment)
