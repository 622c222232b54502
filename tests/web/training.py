"""A trainer with a group and members who submitted: the world that the trainer's pages show."""

from dataclasses import dataclass, field
from fractions import Fraction

from flask import Flask

from reflect.questionnaire import Questionnaire, measures
from reflect.records import (
    definitions,
    factors,
    groups,
    memberships,
    organisations,
    passwords,
    people,
    responses,
    staff,
)
from reflect.records.groups import Plan
from reflect.records.memberships import Wishes
from reflect.records.people import Opened
from reflect.records.responses import Submission
from tests.pages import Page

PASSWORD = "vier losse woorden samen"  # noqa: S105 - of nobody
SECRET = b"a secret of twenty bytes"[: factors.SECRET]
HASH = passwords.hash(PASSWORD)  # once: hashing is slow on purpose
COUNTS = Wishes(counts=True, research=False)
CANARY = "kanarie-in-een-antwoord"


@dataclass
class Training:
    """What a test does in this world, beside what is done on pages."""

    app: Flask
    organisation: str = "Academie voor Jeugd"
    members: list[Opened] = field(default_factory=list)

    @property
    def house(self):
        return self.app.extensions["reflect"]

    @property
    def questionnaire(self) -> Questionnaire:
        return self.house.library.latest("onveiligheid-opheffen")

    def trainer(self, email="trainer@example.org", role="trainer", organisation=None) -> str:
        """A member of staff who chose PASSWORD, and set up an authenticator."""
        with self.house.database.writing() as db:
            place = organisations.named(db, organisation or self.organisation)
            member = staff.add(db, self.house.ring, email, role, place)
            staff.welcome(db, staff.reset(db, member, self.house.clock()), HASH, self.house.clock())
            if factors.of(db, member.id) is None:
                factors.enrol(db, self.house.ring, member.id, SECRET, last_step=0)
            db.commit()
        return member.id

    def code(self, email="trainer@example.org") -> str:
        """What the authenticator shows; where that was used, what it shows in the next step."""
        with self.house.database.reading() as db:
            member = staff.by_email(db, self.house.ring, email)
            used = factors.of(db, member.id).last_step
        return factors.code(SECRET, max(used + 1, factors.step(self.house.clock())))

    def halfway(self, email="trainer@example.org"):
        """A browser of that trainer, who typed the password, and no code yet."""
        browser = self.app.test_client()
        page = Page.at(browser, "/staff/sign-in").send("Log in", email=email, password=PASSWORD)
        assert page.path == "/staff/code", page.text
        return browser

    def signed_in(self, email="trainer@example.org"):
        """A browser of that trainer."""
        browser = self.halfway(email)
        page = Page.at(browser, "/staff/code").send("Ga verder", code=self.code(email))
        assert page.path in ("/groups", "/admin"), page.text
        return browser

    def group(
        self, trainer: str, phases=("after", "later"), deadline=None, name="Voorjaar", cap=14
    ) -> str:
        """A group of that trainer."""
        with self.house.database.writing() as db:
            plan = Plan(
                name=name,
                organisation_id=organisations.named(db, self.organisation).id,
                staff_id=trainer,
                fingerprint=definitions.pin(db, self.questionnaire),
                moments=[(phase, deadline) for phase in phases],
                cap=cap,
            )
            group = groups.create(db, self.house.ring, plan, self.house.clock())
            db.commit()
        return group.id

    def moments(self, group: str) -> list[str]:
        with self.house.database.reading() as db:
            return [one.id for one in groups.moments(db, group)]

    def fill(self, group: str, moment: str, *shares: Fraction) -> None:
        """One new member a share, whose every measure has that share of its scale."""
        asked = [one.id for one in measures(self.questionnaire)]
        for share in shares:
            self.submit(group, moment, dict.fromkeys(asked, share))

    def submit(self, group: str, moment: str, given: dict[str, Fraction]) -> None:
        """One new member who submitted, with a canary in the answers."""
        ring, at = self.house.ring, self.house.clock()
        with self.house.database.writing() as db:
            person, key, _ = people.create(db, ring, language="nl", at=at)
            me = Opened(person.id, key)
            memberships.join(db, me.person_id, group, COUNTS, at)
            db.commit()
        self.members.append(me)
        self.again(me, moment, given)

    def again(self, me: Opened, moment: str, given: dict[str, Fraction]) -> None:
        """A member who submitted at a moment."""
        ring, at = self.house.ring, self.house.clock()
        with self.house.database.writing() as db:
            response = responses.start(db, me, moment, at)
            profile = {"answers": {"t1": CANARY}}
            responses.submit(db, ring, me, Submission(response.id, 0, profile, given), at)
            db.commit()
