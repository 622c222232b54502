"""Bringing a database to the newest form of the tables, and writing the next migration."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from reflect.records.engine import Database, DatabaseFault
from reflect.records.revision import folder


def migrate(database: Database) -> None:
    """From any earlier form, or from nothing, to the newest; in one transaction.

    DatabaseFault when it cannot be reached, or has a form that this version does not know.
    """
    config = configuration()
    config.attributes["database"] = database
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise DatabaseFault(
            f"The database is of another version than this Reflect, perhaps a newer one: {error}."
        ) from error


def write(database: Database, words: str) -> Path:
    """The next migration, from the models and a database at the head; `words` say what it does."""
    config = configuration()
    config.attributes["database"] = database
    command.revision(config, message=words, autogenerate=True)
    return max((folder() / "versions").glob("*.py"))


def configuration() -> Config:
    """What Alembic needs to know; env.py takes the Database from attributes["database"]."""
    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config
