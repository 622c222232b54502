"""Bringing a database to the newest form of the tables, and writing the next migration."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from reflect.records.engine import Database
from reflect.records.revision import folder


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


def configuration() -> Config:
    """What Alembic needs to know; env.py takes the Database from attributes["database"]."""
    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config
