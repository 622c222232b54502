"""`reflect demo`: fill an empty instance with a whole region: teams, people, two moments."""

import argparse
import secrets
from random import Random

from reflect.commands.demo import note
from reflect.commands.demo.play import ADMINISTRATOR, QUESTIONNAIRE
from reflect.commands.demo.region import Region
from reflect.commands.demo.stage import Stage
from reflect.commands.demo.teams import NAMES, PEOPLE, REGION, TRAINERS, seats
from reflect.commands.instance import prepare, told
from reflect.commands.progress import watched
from reflect.commands.refusal import Refused
from reflect.config import Config, folder, read_config
from reflect.language import now
from reflect.questionnaire import Library
from reflect.records import people
from reflect.records.engine import Database
from reflect.records.ring import KeyRing

SUMMARY = "fill an empty instance with a world of teams and people, to look around in"
WORLDS = ("holland-rijnland",)
SIZE = len(NAMES), PEOPLE
CAP = 40  # places in a team


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--world", choices=WORLDS, required=True, help="which world")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="the same always")


def run(args: argparse.Namespace) -> int:
    """Make it, and say who one can be. Refused where there are people, or not on this machine."""
    config = read_config()
    with told():
        ring, database = prepare(config)
        _check(config, database)
        play(staged(config, ring, database, args.seed), *SIZE)
        database.settle()
        database.close()
    print(note.invitation(config))
    return 0


def staged(config: Config, ring: KeyRing, database: Database, seed: int) -> Stage:
    """Where a world is played; the same figures for the same seed."""
    asked = Library.read(folder("questionnaires")).latest(QUESTIONNAIRE)
    chance = Random(seed)  # noqa: S311 - a world must be made again from its seed
    return Stage(config, ring, database, asked, now(), chance, REGION, CAP)


def play(stage: Stage, teams: int, people: int) -> None:
    """Make the world, and leave the note of who one can be in it."""
    password = secrets.token_urlsafe(12)
    emails = [f"trainer{number}@reflect.example" for number in range(1, TRAINERS + 1)]
    trainers = [stage.staff(email, "trainer", password) for email in emails]
    stage.staff(ADMINISTRATOR, "administrator", password)
    world = Region(stage, trainers, seats(stage.chance, teams, people - 1))  # and one who begins
    for _ in watched(world.play(), world.steps):
        pass
    staff = [("as a trainer", "/staff/sign-in", email, password) for email in emails]
    above = ("as the administrator", "/staff/sign-in", ADMINISTRATOR, password)
    note.write(stage.config, [*_people(world), *staff, above])


def _check(config: Config, database: Database) -> None:
    if not config.is_local:
        raise Refused(f"a demo is for this machine alone, not for {config.base_url}")
    with database.reading() as db:
        if note.is_written(config) or not people.is_empty(db):
            raise Refused(f"somebody is in {config.instance} already: a world needs an empty one")


def _people(world: Region) -> list[note.Role]:
    first, last = world.teams[0], world.teams[-1]
    code = world.stage.join_code(last.trainer, last.group)
    return [
        ("join a group", f"/join/{code}"),
        ("as a professional", "/account/sign-in", f"code {world.beginning}"),
        ("as one who looks back", "/account/sign-in", f"code {first.twice[0]}"),
    ]
