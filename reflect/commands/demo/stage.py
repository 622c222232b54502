"""The stage of the demo: what people do in it, through the doors that people use."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from reflect.commands.pretending import answers_of
from reflect.config import Config
from reflect.questionnaire import Phase, Questionnaire, contribution, score
from reflect.records import (
    definitions,
    goals,
    groups,
    memberships,
    organisations,
    passwords,
    people,
    responses,
    staff,
)
from reflect.records.engine import Database
from reflect.records.groups import Plan
from reflect.records.memberships import Wishes
from reflect.records.people import Opened
from reflect.records.releases import close, rules
from reflect.records.responses import Submission
from reflect.records.ring import KeyRing

ORGANISATION = "Academie voor Jeugd (demo)"
FIRST: Phase = "after"
SECOND: Phase = "later"
CAP = 14  # places in a group
COUNTS = Wishes(counts=True, research=False)


@dataclass
class Stage:
    """Where the demo is played, and with what; ids go in and out."""

    config: Config
    ring: KeyRing
    database: Database
    questionnaire: Questionnaire
    at: datetime
    chance: Random = field(default_factory=lambda: Random(1))  # noqa: S311 - the same demo always
    organisation: str = ORGANISATION
    cap: int = CAP

    def staff(self, email: str, role: str, password: str) -> str:
        """Somebody who works here, with a password."""
        kept = passwords.hash(password)
        with self.database.writing() as db:
            organisation = organisations.named(db, self.organisation)
            member = staff.add(db, self.ring, email, role, organisation)
            staff.welcome(db, staff.reset(db, member, self.at), kept, self.at)
            db.commit()
            return member.id

    def group(self, trainer: str, name: str) -> str:
        """A group of that trainer; its first moment is open."""
        deadline = (self.at + timedelta(days=21)).date()
        with self.database.writing() as db:
            plan = Plan(
                name=name,
                organisation_id=organisations.named(db, self.organisation).id,
                staff_id=trainer,
                fingerprint=definitions.pin(db, self.questionnaire),
                moments=[(FIRST, deadline), (SECOND, None)],
                cap=self.cap,
            )
            group = groups.create(db, self.ring, plan, self.at)
            db.commit()
            return group.id

    def moment(self, group: str, number: int = 1) -> str:
        """A moment of a group."""
        with self.database.reading() as db:
            return groups.moments(db, group)[number - 1].id

    def join_code(self, trainer: str, group: str) -> str:
        """The code that the trainer shows."""
        with self.database.reading() as db:
            return groups.code(groups.one(db, trainer, group), self.ring) or ""

    def join(self, group: str, wishes: Wishes = COUNTS) -> tuple[Opened, str]:
        """Somebody joins; who, and the personal code."""
        with self.database.writing() as db:
            person, key, code = people.create(db, self.ring, language="nl", at=self.at)
            memberships.join(db, person.id, group, wishes, self.at)
            db.commit()
        return Opened(person.id, key), code

    def follow(self, me: Opened, group: str) -> None:
        """Somebody who was here before joins another group too."""
        with self.database.writing() as db:
            memberships.join(db, me.person_id, group, COUNTS, self.at)
            db.commit()

    def leave(self, me: Opened, group: str) -> None:
        """Somebody leaves a group."""
        with self.database.writing() as db:
            memberships.withdraw(db, me.person_id, group)
            db.commit()

    def come(self, moment: str, part: float) -> Opened:
        """Somebody joins the group of a moment, and fills in so much of it."""
        with self.database.reading() as db:
            group = db.get_one(groups.Moment, moment).group_id
        me, _ = self.join(group)
        self.fill(me, moment, part)
        return me

    def fill(self, me: Opened, moment: str, part: float) -> str:
        """Fill in so much of a moment; all of it is submitted. The response."""
        with self.database.writing() as db:
            response = responses.start(db, me, moment, self.at)
            given = answers_of(self.questionnaire, response.phase, self.chance, part)
            revision = responses.save(db, me, response.id, given, at=self.at)
            if part == 1:
                profile = score(self.questionnaire, response.phase, given)
                shares = contribution(self.questionnaire, profile)
                whole = Submission(response.id, revision, profile.to_json(), shares)
                responses.submit(db, self.ring, me, whole, at=self.at)
            db.commit()
            return response.id

    def mean(self, me: Opened, response: str, goal: goals.Goal) -> None:
        """Somebody sets a goal, in the first domain."""
        first = goals.changed(
            goals.NONE, 1, **{**vars(goal), "domain": self.questionnaire.domains[0].id}
        )
        with self.database.writing() as db:
            goals.write(db, me, response, first)
            db.commit()

    def close(self, moment: str, questionnaire: Questionnaire, phase: Phase = FIRST) -> None:
        """A moment or an evaluation closes, as its trainer closes it."""
        by = rules(questionnaire, phase, self.config.floor)
        close(self.database, self.ring, moment, by, self.at)

    def open_next(self, group: str) -> str:
        """The next moment opens."""
        with self.database.writing() as db:
            opened = groups.open_next(db, db.get_one(groups.Group, group), self.at)
            db.commit()
            return opened.id
