"""The demo: an organisation, a trainer, an open group, and a closed one; both with an evaluation.

Everything is made through the doors that people use: joining, keeping, submitting, closing.
"""

import os
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from reflect.commands.opinions import Survey
from reflect.commands.pretending import answers_of
from reflect.config import Config, ConfigFault
from reflect.questionnaire import (
    Library,
    Questionnaire,
    contribution,
    score,
)
from reflect.records import (
    definitions,
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

TRAINER = "trainer@reflect.example"
QUESTIONNAIRE = "onveiligheid-opheffen"
EVALUATION = "training-evaluatie"
MEMBERS = 9  # of the group that has closed
NOTE = "demo.txt"
COUNTS = Wishes(counts=True, research=False)


@dataclass
class Stage:
    """Where the demo is played, and by whom."""

    config: Config
    ring: KeyRing
    database: Database
    questionnaire: Questionnaire
    at: datetime
    chance: Random = field(default_factory=lambda: Random(1))  # noqa: S311 - the same demo always


def furnish(config: Config, library: Library, ring: KeyRing, database: Database) -> None:
    """Make the demo, once; a second start keeps it. ConfigFault on anything but a trial."""
    if not config.is_local:
        raise ConfigFault(f"a demo is for this machine alone, not for {config.base_url}")
    if (config.instance / NOTE).exists():
        return
    stage = Stage(config, ring, database, library.latest(QUESTIONNAIRE), datetime.now(UTC))
    password = secrets.token_urlsafe(12)
    trainer, organisation = _trainer(stage, password)
    closed = _group(stage, trainer, organisation, "Training voorjaar")
    past = [_come(stage, closed, part=1) for _ in range(MEMBERS)]
    with database.reading() as db:
        first = groups.moments(db, closed)[0]
    _close(stage, first.id, stage.questionnaire)
    survey = Survey(database, ring, library.latest(EVALUATION), stage.at)
    _close(stage, survey.launch(closed, past, stage.chance), survey.questionnaire)
    opened = _group(stage, trainer, organisation, "Training najaar")
    survey.launch(opened, [_come(stage, opened, part) for part in (1, 1, 1, 0.4)], stage.chance)
    me, code = _join(stage, opened)
    _fill(stage, me, opened, part=0.3)
    with database.reading() as db:
        group_code = groups.code(groups.one(db, trainer, opened), ring)
    _note(stage, f"{group_code}\n{code}\n{TRAINER}\n{password}\n")


def invitation(config: Config) -> str:
    """Where to go in the demo, and with what."""
    group_code, code, trainer, password = (config.instance / NOTE).read_text().splitlines()
    return (
        f"A demo to look around in ({config.instance / NOTE}):\n"
        f"  join a group      {config.base_url}/join/{group_code}\n"
        f"  as a professional {config.base_url}/account/sign-in   code {code}\n"
        f"  as the trainer    {config.base_url}/staff/sign-in   {trainer}   {password}"
    )


def _trainer(stage: Stage, password: str) -> tuple[str, str]:
    kept = passwords.hash(password)
    with stage.database.writing() as db:
        organisation = organisations.named(db, "Academie voor Jeugd (demo)")
        member = staff.add(db, stage.ring, TRAINER, "trainer", organisation)
        staff.welcome(db, staff.reset(db, member, stage.at), kept, stage.at)
        db.commit()
        return member.id, organisation.id


def _group(stage: Stage, trainer: str, organisation: str, name: str) -> str:
    deadline = (stage.at + timedelta(days=21)).date()
    with stage.database.writing() as db:
        plan = Plan(
            name=name,
            organisation_id=organisation,
            staff_id=trainer,
            fingerprint=definitions.pin(db, stage.questionnaire),
            moments=[("after", deadline), ("later", None)],
            cap=14,
        )
        group = groups.create(db, stage.ring, plan, stage.at)
        db.commit()
        return group.id


def _join(stage: Stage, group: str) -> tuple[Opened, str]:
    with stage.database.writing() as db:
        person, key, code = people.create(db, stage.ring, language="nl", at=stage.at)
        memberships.join(db, person.id, group, COUNTS, stage.at)
        db.commit()
    return Opened(person.id, key), code


def _come(stage: Stage, group: str, part: float) -> Opened:
    """Somebody joins, and fills in so much."""
    me, _ = _join(stage, group)
    _fill(stage, me, group, part)
    return me


def _close(stage: Stage, moment: str, questionnaire: Questionnaire) -> None:
    by = rules(questionnaire, "after", stage.config.floor)
    close(stage.database, stage.ring, moment, by, stage.at)


def _fill(stage: Stage, me: Opened, group: str, part: float) -> None:
    """Fill in so much of the first moment; all of it is submitted."""
    with stage.database.writing() as db:
        moment = groups.moments(db, group)[0]
        response = responses.start(db, me, moment.id, stage.at)
        given = answers_of(stage.questionnaire, response.phase, stage.chance, part)
        revision = responses.save(db, me, response.id, given, at=stage.at)
        if part == 1:
            profile = score(stage.questionnaire, response.phase, given)
            shares = contribution(stage.questionnaire, profile)
            whole = Submission(response.id, revision, profile.to_json(), shares)
            responses.submit(db, stage.ring, me, whole, at=stage.at)
        db.commit()


def _note(stage: Stage, words: str) -> None:
    file = os.open(stage.config.instance / NOTE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "w") as note:
        note.write(words)
