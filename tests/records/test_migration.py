"""Migrations lead from nothing to the tables as the models have them."""

import shutil

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from reflect.records import migration, revision
from reflect.records.engine import Database, DatabaseFault
from reflect.records.tables import metadata


def test_from_nothing_the_migrations_make_what_the_models_say(database):
    with database.reading() as db:
        context = MigrationContext.configure(db.connection(), opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert revision.at_head(db)


def test_migrating_twice_changes_nothing(database):
    migration.migrate(database)

    with database.reading() as db:
        assert revision.at_head(db)


def test_revisions_are_numbered_in_order_and_the_newest_is_pinned():
    versions = sorted(path.name[:4] for path in (revision.folder() / "versions").glob("*.py"))

    assert versions == [f"{number:04d}" for number in range(1, len(versions) + 1)]
    assert (revision.folder() / ".current-head").read_text().strip() == versions[-1]


def test_every_migration_can_be_undone(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/reflect.db")
    migration.migrate(database)
    config = migration.configuration()
    config.attributes["database"] = database

    command.downgrade(config, "base")

    with database.reading() as db:
        assert inspect(db.connection()).get_table_names() == ["alembic_version"]
    database.close()


def test_a_migration_that_would_leave_broken_references_is_refused(sqlite):
    with sqlite.migrating() as connection:
        connection.execute(
            text("INSERT INTO role (id, staff_id, organisation_id, name) VALUES (1, 2, 3, 4)")
        )

    with pytest.raises(DatabaseFault, match="would break references, so nothing was changed"):
        migration.migrate(sqlite)


def test_the_next_migration_is_written_numbered_and_pinned(sqlite, tmp_path, monkeypatch):
    shutil.copytree(revision.folder(), tmp_path / "_migrations")
    monkeypatch.setattr(revision, "PACKAGE", tmp_path)
    last = int((tmp_path / "_migrations" / ".current-head").read_text())

    written = migration.write(sqlite, "goals")

    assert written.name == f"{last + 1:04d}_goals.py"
    assert (tmp_path / "_migrations" / ".current-head").read_text() == f"{last + 1:04d}\n"


def test_a_database_that_is_newer_than_the_code_is_left_alone(sqlite):
    with sqlite.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        db.commit()

    with pytest.raises(DatabaseFault, match=r"perhaps a newer one: .*9999"):
        migration.migrate(sqlite)


def test_what_was_told_before_there_were_unions_is_found_by_its_questionnaire(tmp_path):
    database = Database(f"sqlite:///{tmp_path}/reflect.db")
    config = migration.configuration()
    config.attributes["database"] = database
    command.upgrade(config, "0010")
    with database.migrating() as connection:
        for words in BEFORE_UNIONS:
            connection.execute(text(words))

    command.upgrade(config, "head")

    with database.reading() as db:
        told = db.execute(text("SELECT kind, questionnaire, scope, scope_id FROM release")).all()
    assert told == [("moment", "q", "group", "g")]
    database.close()


BEFORE_UNIONS = (
    "INSERT INTO organisation (id, name) VALUES ('o', 'Hogeschool')",
    "INSERT INTO staff (id, lookup, sealed_email) VALUES ('s', x'00', x'00')",
    "INSERT INTO definition (fingerprint, questionnaire, version, body) VALUES ('f', 'q', 1, '{}')",
    (
        'INSERT INTO "group" (id, organisation_id, staff_id, fingerprint, name, cap, created) '
        "VALUES ('g', 'o', 's', 'f', 'Groep', 9, '2026-01-01')"
    ),
    (
        "INSERT INTO moment (id, kind, group_id, number, phase, state) "
        "VALUES ('m', 'reflection', 'g', 1, 'before', 'closed')"
    ),
    (
        "INSERT INTO release (id, moment_id, turn, published, entries, sealed_sums) "
        """VALUES ('r', 'm', 1, '{"questionnaire": "q"}', '[]', x'')"""
    ),
)
