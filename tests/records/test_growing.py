"""Tables grow while people fill in by the version before: nobody waits long, and nothing fails."""

import shutil
from threading import Thread

import pytest
from alembic import command
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

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


def downgrade():
    op.drop_table("note")
    op.drop_column("response", "place")
    op.drop_column("response", "mood")
'''

FINDS = '''"""Find."""
from alembic import op

from reflect.records.growth import index

revision, down_revision, branch_labels, depends_on = "{new}", "{old}", None, None


def upgrade():
    index(op, "ix_response_day", "response", ["day"])


def downgrade():
    op.drop_index("ix_response_day", "response")
'''

HALF = "CREATE INDEX CONCURRENTLY ix_response_day ON response (day)"


@pytest.fixture
def newer(tmp_path, monkeypatch, database) -> str:
    """The next version's migrations, for whoever migrates; all else is of this version."""
    whole = tmp_path / "newer"
    shutil.copytree(revision.folder(), whole)
    new = revision.head()
    for name, words in (("grow", GROWS), ("find", FINDS)):
        old, new = new, f"{int(new) + 1:04d}"
        (whole / "versions" / f"{new}_{name}.py").write_text(words.format(old=old, new=new))
    monkeypatch.setattr(migration, "folder", lambda: whole)
    _leave_half(database)
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
            assert _useless(db) == 0
        assert (people.failed, people.lost(), people.doubled()) == ([], [], {})
        assert max(people.took) < LONGEST
        assert live.app.test_client().get("/health/ready", base_url=live.url).status_code == 200
    again = create_app(instance=tmp_path, database_url=address(database))  # that version, anew
    again.extensions["reflect"].database.close()
    _shrink(database)


def _leave_half(database) -> None:
    """On PostgreSQL: what a migration left of the index that was killed while making it."""
    if database.url.get_backend_name() == "postgresql":
        with database.migrating() as connection, database.writing() as writer:
            writer.execute(text("LOCK TABLE response IN ROW EXCLUSIVE MODE"))
            connection.execution_options(isolation_level="AUTOCOMMIT")
            with pytest.raises(OperationalError, match="lock timeout"):
                connection.execute(text(HALF))


def _useless(db) -> int:
    """How many indices nobody finds anything by."""
    if db.connection().dialect.name != "postgresql":
        return 0
    return db.scalars(text("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).one()


def _shrink(database) -> None:
    """Back to the form of this version: the next test has the same PostgreSQL."""
    config = migration.configuration()
    config.attributes["database"] = database
    command.downgrade(config, revision.head())
