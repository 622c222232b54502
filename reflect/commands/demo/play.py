"""What happens in the demo: a training in spring that is over, one in autumn that is going on."""

import secrets

from reflect.commands.demo import note
from reflect.commands.demo.opinions import Survey
from reflect.commands.demo.stage import Stage
from reflect.config import Config, ConfigFault
from reflect.language import now
from reflect.questionnaire import Library
from reflect.records.engine import Database
from reflect.records.goals import Goal
from reflect.records.ring import KeyRing

TRAINER, ADMINISTRATOR = "trainer@reflect.example", "administrator@reflect.example"
QUESTIONNAIRE = "onveiligheid-opheffen"
EVALUATION = "training-evaluatie"
MEMBERS = 8  # of the group that has closed, beside the one who looks back
PARTS = (1, 1, 1, 0.4)  # of the open group: how much they have filled in
MEANT = Goal(
    what="Bij elk gezin vraag ik het kind alleen te spreken, ook als het druk is.",
    when="Bij de eerste drie gezinnen van deze maand.",
    with_whom="Met mijn intervisiegroep.",
)


def furnish(config: Config, library: Library, ring: KeyRing, database: Database) -> None:
    """Make the demo, once; a second start keeps it. ConfigFault on anything but a trial."""
    if not config.is_local:
        raise ConfigFault(f"a demo is for this machine alone, not for {config.base_url}")
    if note.is_written(config):
        return
    at = now()
    stage = Stage(config, ring, database, library.latest(QUESTIONNAIRE), at)
    survey = Survey(database, ring, library.latest(EVALUATION), at)
    password = secrets.token_urlsafe(12)
    trainer = stage.staff(TRAINER, "trainer", password)
    stage.staff(ADMINISTRATOR, "administrator", password)
    looking_back = _spring(stage, survey, trainer)
    group_code, beginning = _autumn(stage, survey, trainer)
    roles = (
        ("join a group", f"/join/{group_code}"),
        ("as a professional", "/account/sign-in", f"code {beginning}"),
        ("as one who looks back", "/account/sign-in", f"code {looking_back}"),
        ("as the trainer", "/staff/sign-in", TRAINER, password),
        ("as the administrator", "/staff/sign-in", ADMINISTRATOR, password),
    )
    note.write(config, roles)


def _spring(stage: Stage, survey: Survey, trainer: str) -> str:
    """Closed, evaluated, and opened again for the second moment; the code of who is there twice."""
    group = stage.group(trainer, "Training voorjaar")
    first = stage.moment(group)
    members = [stage.come(first, part=1) for _ in range(MEMBERS)]
    me, code = stage.join(group)
    stage.mean(me, stage.fill(me, first, part=1), MEANT)
    stage.close(first, stage.questionnaire)
    wave = survey.launch(group, [*members, me], stage.chance)
    stage.close(wave, survey.questionnaire)
    stage.fill(me, stage.open_next(group), part=1)
    return code


def _autumn(stage: Stage, survey: Survey, trainer: str) -> tuple[str, str]:
    """Open, with its evaluation; its join code, and the code of who has just begun."""
    group = stage.group(trainer, "Training najaar")
    first = stage.moment(group)
    survey.launch(group, [stage.come(first, part) for part in PARTS], stage.chance)
    me, code = stage.join(group)
    stage.fill(me, first, part=0.3)
    return stage.join_code(trainer, group), code
