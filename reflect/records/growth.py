"""What a migration makes on a table that people use meanwhile, beyond a column."""

from alembic.operations import Operations

from reflect.records.connections import BRIEF

PATIENCE = "10min"  # for the transactions that are open; nobody waits behind who waits for those


def index(op: Operations, name: str, table: str, columns: list[str]) -> None:
    """An index, made while people write; it stands alone in its migration.

    On PostgreSQL it is in no transaction, so the rest would be done twice where this did not end.
    What a kill left of it has its name and is of no use, and goes first.
    """
    if op.get_bind().dialect.name != "postgresql":
        op.create_index(name, table, columns)
        return
    with op.get_context().autocommit_block():
        op.execute(f"SET lock_timeout = '{PATIENCE}'")
        op.drop_index(name, table, if_exists=True, postgresql_concurrently=True)
        op.create_index(name, table, columns, postgresql_concurrently=True)
        op.execute(f"SET lock_timeout = '{BRIEF}'")
