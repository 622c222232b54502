"""One side of a town: a professional, a trainer, an administrator, and all that is theirs."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction

from reflect.questionnaire import Questionnaire
from reflect.records import definitions as kept
from reflect.records import evaluations, goals, groups, imports, offers, releases, staff
from reflect.records.goals import NONE
from reflect.records.people import Opened
from reflect.records.releases import Night, Release, rules
from reflect.records.sessions.tables import Session, hashed
from reflect.web.sight import Place
from tests.journeys.world import World
from tests.web.importing import a_definition

FEW = 5
DRAFTS = {f"reflections.{name}" for name in ("section", "answers", "review", "submit", "resume")}
TOLD = {"moments.one", "moments.export", "present.picture", "picture.one"}
OFFERED = {"handing.take", "handing.refuse"}


@dataclass
class Side:
    """Who lives on one side, and the ids of what is theirs."""

    world: World
    name: str
    ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.house = self.world.house
        self.world.organisation = f"Academie {self.name}"
        self.trainer = self.world.trainer(self.email("trainer"))
        self.administrator = self.world.trainer(self.email("beheer"), "administrator")
        running = self._group("Groep", days=9, phases=("after", "later"))
        first, second = (self._group(f"Voorjaar {number}", days=-1) for number in range(2))
        self.person, self.mate = (self.world.somebody(running, first) for _ in range(2))
        self.ids |= {"group_id": running, "moment_id": self.world.moments(running)[0]}
        self.ids["told"] = self._closed(first)
        self._closed(second)
        self._write()
        self._employ()
        self._unite()

    def places(self, endpoint: str) -> dict[str, str]:
        """What stands in the address of a page about what is theirs."""
        ids = self.ids
        special = (
            (DRAFTS, {"response_id": ids["draft"]}),
            (TOLD, {"moment_id": ids["told"]}),
            (OFFERED, {"group_id": ids["offered"]}),
            ({"evaluation.fill"}, {"moment_id": ids["wave"]}),
            ({"credentials.end_session"}, {"session_id": ids["staff_session"]}),
        )
        return ids | next((those for names, those in special if endpoint in names), {})

    def canary(self, who: str) -> str:
        """What only one person ever wrote."""
        return f"kanarie-van-{who}-{self.name}"

    def email(self, who: str) -> str:
        return f"{who}@{self.name}.example"

    def _group(self, name: str, days: int, phases=("after",), trainer="") -> str:
        """A group whose last day is in so many days."""
        deadline = self.house.clock().date() + timedelta(days=days)
        wished = {"phases": phases, "deadline": deadline, "name": f"{name} {self.name}"}
        return self.world.group(trainer or self.trainer, **wished)

    def _closed(self, group: str) -> str:
        """The moment of a group, once it was told something."""
        world, house = self.world, self.house
        (moment,) = world.moments(group)
        world.fill(group, moment, *[Fraction(1, 2)] * FEW)
        by = rules(world.questionnaire, "after", house.config.floor)
        releases.close(house.database, house.ring, moment, by, house.clock())
        return moment

    def _write(self) -> None:
        """What the professionals write: a draft, something submitted, a goal."""
        world, me, words = self.world, self.person.me, self.canary("person")
        self.ids["response_id"] = self._submitted(me, words)
        self.ids["draft"] = world.begin(me)
        world.answer(me, self.ids["draft"], {"a1": 4, "signalen-hoger": words})
        self._submitted(self.mate.me, self.canary("mate"))
        self.ids["session_id"] = self._session(world.session(me))

    def _submitted(self, me: Opened, words: str) -> str:
        response = self.world.begin(me)
        self.world.answer(me, response, {"a1": 4, "a2": 2, "signalen-hoger": words, "trots": words})
        self.world.finish(me, response)
        with self.house.database.writing() as db:
            goals.write(db, me, response, goals.changed(NONE, 1, what=words, review="2027-02-21"))
            db.commit()
        return response

    def _employ(self) -> None:
        """What staff has: a role, an offer, an upload, an evaluation, another device."""
        house, at = self.house, self.house.clock()
        giver = self.world.trainer(self.email("gever"))
        self.ids["offered"] = self._group("Aanbod", days=9, trainer=giver)
        asked, upload = house.library.evaluations[0], json.dumps(a_definition())
        with house.database.writing() as db:
            (role,) = staff.roles(db, self.trainer)
            group = db.get(groups.Group, self.ids["offered"])
            offers.make(db, house.ring, group, self.email("trainer"), at)
            pinned = kept.pin(db, asked)
            wave = evaluations.launch(db, house.ring, self.ids["group_id"], pinned, at)
            print_ = Questionnaire.from_json(upload).fingerprint
            staged = imports.stage(db, self.administrator, print_, upload, at)
            self.ids |= {"organisation_id": role.organisation_id, "role_id": role.id}
            self.ids |= {"staff_id": self.trainer, "wave": wave.id, "staged_id": staged}
            db.commit()
        self.ids["staff_session"] = self._session(self.world.staff_session(self.trainer))

    def _unite(self) -> None:
        """What several groups of its organisation were told, together and beside each other."""
        house = self.house
        releases.tell(Night(house.database, house.ring, house.config.floor, house.clock().date()))
        organisation, pinned = self.ids["organisation_id"], self.world.questionnaire.fingerprint
        with house.database.reading() as db:
            (union, *_) = db.query(Release).filter_by(scope_id=organisation).all()
        self.ids |= {"union_id": union.id, "place": Place(organisation, pinned, "after", 1).slug}

    def _session(self, token: str) -> str:
        with self.house.database.reading() as db:
            return db.query(Session).filter_by(lookup=hashed(token)).one().id
