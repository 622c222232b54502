"""How many bytes a professional takes in the database, table by table: on SQLite and PostgreSQL."""
# ruff: noqa: INP001, T201 - a script by itself, that prints what it found

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from reflect.app import create_app
from reflect.records import groups, releases
from reflect.records.engine import Database
from reflect.records.groups import Group
from reflect.records.migration import migrate
from tests.databases import running
from tests.journeys.serving import address
from tests.journeys.world import World

GROUPS, MEMBERS, MOMENTS = 25, 20, 2
PEOPLE = GROUPS * MEMBERS
RESPONSES = PEOPLE * MOMENTS
PAGE = 4096  # bytes of SQLite
POSTGRES = text(
    "SELECT relname, pg_total_relation_size(oid) FROM pg_class "
    "WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
)
Sizes = dict[str, int]


def main() -> None:
    """Fill both, and print what grew."""
    words = ["git", "describe", "--always", "--dirty"]
    code = subprocess.check_output(words, text=True).strip()  # noqa: S603 - our own words
    print(f"{ABOUT}\n\n`make evidence of=size`, {datetime.now(UTC).date()}, {code}.\n")
    with _sqlite() as (folder, database):
        sqlite = _grown(folder, database)
    with running() as (folder, database):
        postgres = _grown(folder, database)
    print("| on PostgreSQL | bytes a professional |\n|---|---:|")
    for name in sorted(postgres, key=lambda one: -postgres[one]):
        if postgres[name] >= PEOPLE:
            print(f"| {name} | {postgres[name] // PEOPLE} |")
    print()
    whole = [sum(one.values()) // PEOPLE for one in (sqlite, postgres)]
    print(f"{whole[0]} bytes a professional on SQLite, {whole[1]} on PostgreSQL")


ABOUT = f"""# How large it grows

{PEOPLE} people in groups of {MEMBERS} join, answer all that *Onveiligheid opheffen* asks and send
it in at {MOMENTS} moments, through the doors that the pages use; then each moment is closed and
told. What the tables and their indices take more than when nobody was there, empty pages too."""


def _grown(folder: Path, database: Database) -> Sizes:
    """By how many bytes each table with its indices is larger when everybody is through."""
    app = create_app(instance=folder, database_url=address(database))
    world = World(app)
    before = _sizes(database)
    trainer = world.trainer()
    for _ in range(GROUPS):
        _training(world, trainer)
    after = _sizes(database)
    app.extensions["reflect"].database.close()
    database.close()
    return {name: after[name] - before.get(name, 0) for name in after}


def _training(world: World, trainer: str) -> None:
    """A group, from joining to the second picture of it."""
    house, group = world.house, world.group(trainer, cap=MEMBERS)
    people = [world.somebody(group).me for _ in range(MEMBERS)]
    for moment in world.moments(group):
        for me in people:
            world.session(me)
            response = world.begin(me, moment)
            world.pretend(me, response)
            world.finish(me, response)
        by = releases.rules(world.questionnaire, "after", house.config.floor)
        releases.close(house.database, house.ring, moment, by, house.clock())
        with house.database.writing() as db:
            if any(one.opened is None for one in groups.moments(db, group)):
                groups.open_next(db, db.get_one(Group, group), house.clock())
            db.commit()


def _sizes(database: Database) -> Sizes:
    with database.reading() as db:
        if database.url.get_backend_name() == "postgresql":
            return dict(db.execute(POSTGRES).tuples().all())
        return {"all of it": db.scalar(text("PRAGMA page_count")) * PAGE}


@contextmanager
def _sqlite() -> Iterator[tuple[Path, Database]]:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/reflect.db")
        migrate(database)
        yield Path(folder), database
        database.close()


if __name__ == "__main__":
    main()
