"""A town of two organisations in which all happened that can, with words planted in it."""

from collections.abc import Iterator
from fractions import Fraction

from sqlalchemy import select

from reflect.questionnaire import measures
from reflect.records import (
    definitions,
    employment,
    evaluations,
    groups,
    organisations,
    releases,
    reminders,
    staff,
)
from reflect.records.addresses import Mailbox
from reflect.records.groups import Group, Moment
from reflect.records.people import Opened
from reflect.records.releases import Release
from tests.journeys.world import World

WORDS = "kanarie-in-een-klad"
BOX = Mailbox("kanarie@professional.example", "nl")
SHARES = [Fraction(n, 6) for n in range(6)]
OWN, OTHER = "Academie voor Jeugd", "=Elders BV"


class Town(World):
    """Its people, and what of them must be in no export."""

    GROUPS = ("Voorjaar", "Najaar", "Zomer", "Elders")
    STAFF = ("trainer@example.org", "beheer@example.org", "elders@example.org")

    def lived(self) -> "Town":
        trainer, elsewhere = self.trainer(), self.trainer(self.STAFF[2], organisation=OTHER)
        self.trainer(self.STAFF[1], role="administrator")
        spring, autumn = (self.group(trainer, name=name) for name in ("Voorjaar", "Najaar"))
        summer = self.group(trainer, name="Zomer")
        for group in (autumn, spring):
            self.members.clear()
            self.come(group, self.moments(group)[0])
        there = list(self.members)
        self.members.clear()
        self.fill(spring, self.moments(spring)[0], *SHARES)  # too late
        self.evaluate(spring)
        self.night()
        self.again_all(spring, there)
        self.organisation = OTHER
        self.come(*self.first(self.group(elsewhere, name="Elders")))
        self.night()
        self.draft(summer)
        with self.house.database.reading() as db:
            ids = {one.name: one.id for one in organisations.every(db)}
        self.own, self.other = ids[OWN], ids[OTHER]
        return self

    def first(self, group: str) -> tuple[str, str]:
        return group, self.moments(group)[0]

    def come(self, group: str, moment: str) -> None:
        """Six fill in, and the moment is closed."""
        self.fill(group, moment, *SHARES)
        with self.house.database.reading() as db:
            phase = db.get_one(Moment, moment).phase
        self.shut(moment, releases.rules(self.questionnaire, phase, 5))

    def again_all(self, group: str, there: list[Opened]) -> None:
        """They fill in the second moment too, and it is closed."""
        with self.house.database.writing() as db:
            moment = groups.open_next(db, db.get_one(Group, group), self.house.clock())
            db.commit()
        asked = [one.id for one in measures(self.questionnaire)]
        for me, share in zip(there, SHARES, strict=True):
            self.again(me, moment.id, dict.fromkeys(asked, share))
        self.shut(moment.id, releases.rules(self.questionnaire, moment.phase, 5))

    def shut(self, moment: str, by: releases.Rules) -> None:
        here = self.house.database, self.house.ring, moment
        self.house.clock.forward(hours=1)
        assert releases.close(*here, by, self.house.clock()).closes

    def night(self) -> None:
        house = self.house
        assert releases.tell(releases.Night(house.database, house.ring, 5, house.clock().date()))

    def evaluate(self, group: str) -> None:
        """Who came late say what they thought of the training."""
        house, asked = self.house, self.house.library.latest("training-evaluatie")
        with house.database.writing() as db:
            pinned = definitions.pin(db, asked)
            wave = evaluations.launch(db, house.ring, group, pinned, house.clock())
            given = dict.fromkeys((one.id for one in measures(asked)), Fraction(1, 2))
            for me in self.members:
                evaluations.fill(db, house.ring, me.person_id, wave.id, given)
            db.commit()
        self.shut(wave.id, releases.rules(asked, wave.phase, 5))

    def draft(self, group: str) -> None:
        """Somebody writes, asks to be reminded, and goes."""
        someone = self.somebody(group)
        response = self.begin(someone.me, self.moments(group)[0])
        self.answer(someone.me, response, {"trots": WORDS})
        with self.house.database.writing() as db:
            reminders.remember(db, self.house.ring, someone.me, BOX)
            db.commit()
        self.codes = [someone.code, someone.code.replace("-", "")]

    def leave(self, email: str) -> None:
        """A trainer works there no more, and the groups are theirs still."""
        with self.house.database.writing() as db:
            employment.end(db, staff.by_email(db, self.house.ring, email))
            db.commit()

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """What the trainer takes along from the pages, by where it is in an export."""
        browser = self.signed_in()
        with self.house.database.reading() as db:
            closed = select(Moment.id).join(Release, Release.moment_id == Moment.id)
            closed = closed.join(Group).where(Group.organisation_id == self.own)
            moments = set(db.scalars(closed))
            told = select(Release.id).where(Release.scope_id.in_([self.own, ""]))
            unions = set(db.scalars(told.where(Release.kind == "union")))
        assert (len(moments), len(unions) >= 2) == (3, True)
        places = [("moments", "pictures", one) for one in moments]
        for page, folder, one in places + [("unions", "unions", one) for one in unions]:
            for kind, ending in (("json", "json"), ("points", "csv")):
                answer = browser.get(f"/{page}/{one}/export/{kind}")
                yield f"{folder}/{one}.{ending}", answer.data
