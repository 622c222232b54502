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

    with pytest.raises(RuntimeError, match="broke references"):
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
