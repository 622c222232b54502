"""Bringing a database to the newest form of the tables, and writing the next migration."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from reflect.records.connections import Held
from reflect.records.engine import Database, DatabaseFault
from reflect.records.revision import folder

if TYPE_CHECKING:  # 11 MB and a tenth of a second, for a start that finds nothing to do
    from alembic.config import Config

TRIES, PAUSE = 60, 1.0  # and seconds between them


def migrate(database: Database) -> None:
    """From any earlier form, or from nothing, to the newest.

    Waits for a minute or two while people hold a table, and lets them pass meanwhile.
    DatabaseFault when it cannot be reached, or has a form that this version does not know.
    """
    for left in reversed(range(TRIES)):
        try:
            _upgrade(database)
        except Held:
            if not left:
                raise
            time.sleep(PAUSE)
        else:
            return


def _upgrade(database: Database) -> None:
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.util import CommandError  # noqa: PLC0415 - see above

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
    from alembic import command  # noqa: PLC0415 - see above

    config = configuration()
    config.attributes["database"] = database
    command.revision(config, message=words, autogenerate=True)
    return max((folder() / "versions").glob("*.py"))


def configuration() -> "Config":
    """What Alembic needs to know; env.py takes the Database from attributes["database"]."""
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config
