"""Bringing a database to the newest form of the tables, and telling whether it is there."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.orm import Session

from reflect.records.engine import Database

PACKAGE = Path(__file__).parents[1]


def folder() -> Path:
    """The migrations: within the package when it is installed, beside it in the repository."""
    within = PACKAGE / "_migrations"
    return within if within.is_dir() else PACKAGE.parent / "migrations"


def migrate(database: Database) -> None:
    """From any earlier form, or from nothing, to the newest; in one transaction."""
    config = configuration()
    config.attributes["database"] = database
    command.upgrade(config, "head")


def write(database: Database, words: str) -> Path:
    """The next migration, from the models and a database at the head; `words` say what it does."""
    config = configuration()
    config.attributes["database"] = database
    command.revision(config, message=words, autogenerate=True)
    return max((folder() / "versions").glob("*.py"))


def at_head(db: Session) -> bool:
    """Whether the tables have the newest form."""
    return MigrationContext.configure(db.connection()).get_current_revision() == _head()


@cache
def _head() -> str | None:
    return ScriptDirectory.from_config(configuration()).get_current_head()


def configuration() -> Config:
    """What Alembic needs to know; env.py takes the Database from attributes["database"]."""
    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config
