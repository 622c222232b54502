"""The picture of a group, read among ever more contributions: it is one stored row."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlsplit

import crowds
import instances
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from reflect.app import create_app
from reflect.commands.instance import prepare
from reflect.config import Config, read_config
from reflect.language import now
from reflect.records import memberships, people, releases, sessions
from reflect.records.engine import Database
from reflect.records.groups import Round
from reflect.records.memberships import Wishes
from reflect.records.ring import KeyRing

SIZES = (100, 1_000, 10_000, 100_000)
FAR = (*SIZES, 1_000_000)
TIMES = 30
COUNTS = Wishes(counts=True, research=False)


def measured(sizes: Sequence[int] = SIZES) -> Iterator[tuple[int, float, int]]:
    """How many contributions there are, the ms of half of the pages at the most, the queries.

    The first so many are what the picture tells of; the others come to the same moment after it.
    """
    with TemporaryDirectory() as folder:
        config = read_config(instance=Path(folder))
        ring, database = prepare(config)
        moment = crowds.open_group(database, ring, "after", "later")
        there = 0
        client = None
        for size in sizes:
            crowds.respond(database, ring, moment, crowds.people(database, size - there))
            there = size
            client = client or _client(config, database, ring, moment)
            yield size, *_read(client, f"{config.origin}/group-pictures/{moment}")
        database.close()


def lines(found: Iterator[tuple[int, float, int]]) -> Iterator[str]:
    """The figures as `make bench` prints them."""
    for size, time, queries in found:
        yield f"- group picture among {size:>9,} contributions: {time:.1f} ms, {queries} queries"


def _client(config: Config, database: Database, ring: KeyRing, moment: str) -> FlaskClient:
    """A member of the group, whose moment closes now."""
    with database.writing() as db:
        group = db.get_one(Round, moment).group_id
        person, key, _ = people.create(db, ring, language="nl", at=now())
        memberships.join(db, person.id, group, COUNTS, now())
        token = sessions.begin(db, kind="person", owner=person.id, key=key, at=now())
        db.commit()
    rules = releases.rules(instances.questionnaire(), "after", config.floor)
    releases.close(database, ring, moment, rules, now())
    client = create_app(config).test_client()
    client.set_cookie("session", token, domain=urlsplit(config.origin).hostname or "")
    return client


def _read(client: FlaskClient, page: str) -> tuple[float, int]:
    times = []
    with _counted() as asked:
        for _ in range(TIMES):
            before = perf_counter()
            answer = client.get(page)
            times.append(1000 * (perf_counter() - before))
            if answer.status_code != 200:  # noqa: PLR2004 - OK
                raise ValueError(f"{answer.status} for {page}")
    return median(times), len(asked) // TIMES


@contextmanager
def _counted() -> Iterator[list[str]]:
    """The questions that any database is asked meanwhile."""
    asked: list[str] = []

    def note(*words: object) -> None:
        asked.append(str(words[2]))

    event.listen(Engine, "before_cursor_execute", note)
    yield asked
    event.remove(Engine, "before_cursor_execute", note)


def main() -> None:
    """Print the figures."""
    for line in lines(measured()):
        print(line)


if __name__ == "__main__":
    main()
