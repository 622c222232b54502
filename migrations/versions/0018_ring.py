"""ring."""

from alembic import op
import sqlalchemy as sa

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

FOUND = ("person", "staff", "offer", "group", "contact", "recovery", "outbox", "dispatch")


def upgrade():
    op.create_table(
        "ring",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("proof", sa.LargeBinary(length=32), nullable=False),
        sa.Column("made", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_ring")),
    )
    if op.get_bind().dialect.name == "sqlite":
        renumber("CAST(x'0001' || lookup AS BLOB)")
    else:
        renumber("'\\x0001'::bytea || lookup")
    op.execute("DELETE FROM attempt")


def downgrade():
    renumber("substr(lookup, 3)")
    op.execute("DELETE FROM attempt")
    op.drop_table("ring")


def renumber(lookup):
    """Whatever was found by a key until now was found by the first one: there was no other."""
    for table in FOUND:
        op.execute(f'UPDATE "{table}" SET lookup = {lookup} WHERE lookup IS NOT NULL')  # noqa: S608 - our own names
