"""What the people of the demo think of their training: its evaluation, filled in by chance."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from random import Random

from reflect.commands.pretending import answers_of
from reflect.questionnaire import Questionnaire, contribution, score
from reflect.records import definitions, evaluations
from reflect.records.engine import Database
from reflect.records.people import Opened
from reflect.records.ring import KeyRing


@dataclass(frozen=True)
class Survey:
    """With what trainings are evaluated, and where it is kept."""

    database: Database
    ring: KeyRing
    questionnaire: Questionnaire
    at: datetime

    def launch(self, group: str, members: Iterable[Opened], chance: Random) -> str:
        """Open the evaluation of a group, and let these members fill it in; the id of its wave."""
        with self.database.writing() as db:
            pinned = definitions.pin(db, self.questionnaire)
            wave = evaluations.launch(db, self.ring, group, pinned, self.at)
            for me in members:
                given = answers_of(self.questionnaire, "after", chance)
                shares = contribution(self.questionnaire, score(self.questionnaire, "after", given))
                evaluations.fill(db, self.ring, me.person_id, wave.id, shares)
            db.commit()
        return wave.id
