"""Who lives in an app: trainers and groups, and professionals with what they filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from reflect.commands.pretending import answers_of
from reflect.questionnaire import Answer, Profile, contribution, score
from reflect.records import definitions, groups, memberships, people, responses, sessions
from reflect.records.memberships import Wishes
from reflect.records.people import Opened
from reflect.records.responses import Sheet, Submission
from tests.web.training import Training

EVERYTHING = 1


@dataclass(frozen=True)
class Someone:
    """A professional, and the code that opens what is theirs."""

    me: Opened
    code: str


class World(Training):
    """A training, and the people in it by name of what they do."""

    def somebody(self, *in_groups: str, counts: bool = True) -> Someone:
        """Somebody new, in these groups."""
        ring, at = self.house.ring, self.house.clock()
        with self.house.database.writing() as db:
            person, key, code = people.create(db, ring, language="nl", at=at)
            for group in in_groups:
                memberships.join(db, person.id, group, Wishes(counts, research=False), at)
            db.commit()
        return Someone(Opened(person.id, key), code)

    def known(self, code: str) -> Opened:
        """Who is opened by a code."""
        with self.house.database.reading() as db:
            return people.open(db, self.house.ring, code)

    def begin(self, me: Opened, moment: str | None = None) -> str:
        """A response of somebody, at a moment or alone; its id."""
        at = self.house.clock()
        with self.house.database.writing() as db:
            if moment is None:
                pinned = definitions.pin(db, self.questionnaire)
                response = responses.start_alone(db, me, pinned, "after", at)
            else:
                response = responses.start(db, me, moment, at)
            db.commit()
        return response.id

    def answer(self, me: Opened, response: str, answers: Mapping[str, Answer]) -> None:
        """Keep these answers, as a section does."""
        with self.house.database.writing() as db:
            responses.save(db, me, response, answers, at=self.house.clock())
            db.commit()

    def pretend(self, me: Opened, response: str, part: float = EVERYTHING) -> None:
        """Fill in the first so large a part of it."""
        phase = self.sheet(me, response).response.phase
        chance = Random(response)  # noqa: S311 - as somebody might answer
        self.answer(me, response, answers_of(self.questionnaire, phase, chance, part))

    def finish(self, me: Opened, response: str) -> Profile:
        """Submit what was filled in."""
        sheet = self.sheet(me, response)
        profile = score(self.questionnaire, sheet.response.phase, sheet.values)
        shares = contribution(self.questionnaire, profile)
        whole = Submission(response, sheet.response.revision, profile.to_json(), shares)
        with self.house.database.writing() as db:
            responses.submit(db, self.house.ring, me, whole, at=self.house.clock())
            db.commit()
        return profile

    def sheet(self, me: Opened, response: str) -> Sheet:
        """What the records hold of a response, opened by its owner."""
        with self.house.database.reading() as db:
            return responses.sheet(db, me, response)

    def only_response(self, me: Opened) -> str:
        """The id of the one response that somebody has."""
        with self.house.database.reading() as db:
            (response,) = responses.of(db, me.person_id)
        return response.id

    def session(self, me: Opened) -> str:
        """The token of a session of a professional."""
        with self.house.database.writing() as db:
            begin = {"kind": "person", "owner": me.person_id, "key": me.key}
            token = sessions.begin(db, **begin, at=self.house.clock())
            db.commit()
        return token

    def staff_session(self, trainer: str) -> str:
        """The token of a session of a trainer."""
        with self.house.database.writing() as db:
            token = sessions.begin(db, kind="staff", owner=trainer, at=self.house.clock())
            here = sessions.find(db, token, self.house.clock())
            token = sessions.prove(db, here.session_id, self.house.clock())
            db.commit()
        return token

    def group_of(self, moment: str) -> str:
        """The group of a moment."""
        with self.house.database.reading() as db:
            return db.get(groups.Moment, moment).group_id

    def joined_by(self, code: str) -> str:
        """The group that a code leads to."""
        with self.house.database.reading() as db:
            return groups.by_join_code(db, self.house.ring, code).id

    def join_code(self, trainer: str, group: str) -> str:
        """The code that a trainer shows to a group."""
        with self.house.database.reading() as db:
            return groups.code(groups.one(db, trainer, group), self.house.ring) or ""
