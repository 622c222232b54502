"""How migrations run: whole or not at all, with numbered revisions and a pinned head."""

from pathlib import Path

from alembic import context
from sqlalchemy import text

from reflect.records.base import Instant
from reflect.records.engine import Database, DatabaseFault
from reflect.records.tables import metadata

HEAD = Path(__file__).parent / ".current-head"


def number(_context, _revision, directives):
    """Revisions are 0001, 0002 ...; the newest is pinned, so that two branches collide in git."""
    head = context.script.get_current_head()
    directives[0].rev_id = f"{int(head or 0) + 1:04d}"
    HEAD.write_text(directives[0].rev_id + "\n")


def plain(_kind, thing, _context):
    """Our own types are written down as what they are in the database."""
    return "sa.DateTime(timezone=True)" if isinstance(thing, Instant) else False


def run(connection):
    """On SQLite all migrations, or none. On PostgreSQL each, or none: people work meanwhile.

    An index on a table that is there stands alone in its migration: `reflect.records.growth`.
    """
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        transactional_ddl=True,
        transaction_per_migration=connection.dialect.name == "postgresql",
        render_item=plain,
        process_revision_directives=number,
    )
    with context.begin_transaction():
        context.run_migrations()
    if connection.dialect.name == "sqlite":
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            raise DatabaseFault(
                f"The migration would break references, so nothing was changed: {broken[:5]}"
            )


database = context.config.attributes.get("database") or Database(
    context.get_x_argument(as_dictionary=True)["database"]  # alembic -x database=sqlite:///...
)
with database.migrating() as connection:
    run(connection)
