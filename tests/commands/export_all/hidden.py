"""What must never leave an instance: looked up in its own tables, and planted in a town."""

from base64 import b64encode
from collections.abc import Iterator

from sqlalchemy import RowMapping, select

from reflect.records import groups
from reflect.records.definitions import Definition
from reflect.records.groups import Group, Round
from reflect.records.kept import About
from reflect.records.retention import RETENTION
from reflect.records.staff import Staff
from reflect.records.tables import metadata
from tests.commands.export_all.town import BOX, WORDS, Town
from tests.web.training import CANARY, PASSWORD

LONG = 16  # letters: shorter words, such as `after`, stand everywhere


def secrets(town: Town) -> Iterator[str]:
    """What was planted; each key and code; whatever is sealed, and all ids about persons."""
    yield from (CANARY, WORDS, BOX.email, PASSWORD, *town.codes)
    yield from (file.read_text().strip() for file in town.house.config.keys.iterdir())
    with town.house.database.reading() as db:
        known = (Round.id, Group.id, Staff.id, Definition.fingerprint)
        open_ = {row for column in known for row in db.scalars(select(column))}
        yield from filter(None, (groups.code(one, town.house.ring) for one in db.query(Group)))
        for table in metadata.sorted_tables:
            for row in db.execute(select(table)).mappings():
                yield from (one for one in _hidden(table.name, row) if one not in open_)


def _hidden(table: str, row: RowMapping) -> Iterator[str]:
    """What of a row must stay here: all bytes, and of who is a person every long word."""
    is_of_people = RETENTION[table].about in (About.PERSON, About.MAILBOX)
    for name, value in row.items():
        if isinstance(value, bytes) and (table, name) != ("audit", "hash"):
            yield from (value.hex(), b64encode(value).decode())
        if isinstance(value, str) and len(value) >= LONG and (is_of_people or name == "subject"):
            yield value
