"""Tables grow while people fill in by the version before: nobody waits long, and nothing fails."""

import shutil
from threading import Thread

import pytest
from alembic import command
from sqlalchemy import text

from reflect.app import create_app
from reflect.records import migration, revision
from tests.journeys.serving import address, serving
from tests.journeys.trainees import Trainees
from tests.journeys.world import World

ENOUGH = 20  # promises that people are given at each stage
LONGEST = 5.0  # seconds for an answer meanwhile
GROWS = '''"""Grow."""
from alembic import op
import sqlalchemy as sa

revision, down_revision, branch_labels, depends_on = "{new}", "{old}", None, None


def upgrade():
    op.add_column("response", sa.Column("mood", sa.LargeBinary(), nullable=True))
    op.add_column("response", sa.Column("place", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "note",
        sa.Column("id", sa.String(22), sa.ForeignKey("response.id"), primary_key=True),
    )
    if op.get_bind().dialect.name == "postgresql":
        with op.get_context().autocommit_block():
            op.create_index("ix_response_day", "response", ["day"], postgresql_concurrently=True)
    else:
        op.create_index("ix_response_day", "response", ["day"])


def downgrade():
    op.drop_index("ix_response_day", "response")
    op.drop_table("note")
    op.drop_column("response", "place")
    op.drop_column("response", "mood")
'''


@pytest.fixture
def newer(tmp_path, monkeypatch) -> str:
    """The next version's migrations, for whoever migrates; all else is of this version."""
    whole = tmp_path / "newer"
    shutil.copytree(revision.folder(), whole)
    old = revision.head()
    new = f"{int(old) + 1:04d}"
    (whole / "versions" / f"{new}_grow.py").write_text(GROWS.format(old=old, new=new))
    monkeypatch.setattr(migration, "folder", lambda: whole)
    return new


def test_people_fill_in_by_the_version_before_while_tables_grow(database, tmp_path, clock, newer):
    with serving(database, tmp_path, clock) as live:
        world = World(live.app)
        group = world.group(trainer := world.trainer(), cap=1000)
        port = int(live.url.rpartition(":")[2])
        people = Trainees(port, world, world.join_code(trainer, group), visitors=2)
        people.begin()
        people.wait(ENOUGH)
        grows = Thread(target=migration.migrate, args=(database,))
        with database.reading() as reader:  # a long look at a table that is to grow
            reader.execute(text("SELECT count(*) FROM response")).one()
            grows.start()
            people.wait(2 * ENOUGH)
        grows.join()
        people.wait(ENOUGH)
        people.end()
        with database.reading() as db:
            assert db.scalars(revision.CURRENT).one() == newer
        assert people.failed == []
        assert people.lost() == []
        assert people.doubled() == {}
        assert max(people.took) < LONGEST
        assert live.app.test_client().get("/health/ready", base_url=live.url).status_code == 200
    again = create_app(instance=tmp_path, database_url=address(database))  # that version, anew
    again.extensions["reflect"].database.close()
    _shrink(database)


def _shrink(database) -> None:
    """Back to the form of this version: the next test has the same PostgreSQL."""
    config = migration.configuration()
    config.attributes["database"] = database
    command.downgrade(config, revision.head())
