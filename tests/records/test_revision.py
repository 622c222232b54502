"""The revision of the tables says whether this version can work with a database."""

from sqlalchemy import text

from reflect.records import revision
from reflect.records.engine import Database


def test_an_empty_database_is_not_at_the_head(tmp_path):
    with Database(f"sqlite:///{tmp_path}/empty.db").reading() as db:
        assert not revision.at_head(db)


def test_an_older_database_is_not_at_the_head(sqlite):
    with sqlite.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '0001'"))

        assert not revision.at_head(db)


def test_an_installed_package_brings_its_migrations_along(tmp_path, monkeypatch):
    (tmp_path / "_migrations").mkdir()
    monkeypatch.setattr(revision, "PACKAGE", tmp_path)

    assert revision.folder() == tmp_path / "_migrations"
