"""places taken."""

from alembic import op
import sqlalchemy as sa

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("group", schema=None) as batch_op:
        batch_op.add_column(sa.Column("taken", sa.Integer(), server_default="0", nullable=False))
    group = sa.table("group", sa.column("id"), sa.column("taken"))
    membership = sa.table("membership", sa.column("group_id"))
    members = sa.select(sa.func.count()).where(membership.c.group_id == group.c.id)
    op.execute(group.update().values(taken=members.scalar_subquery()))
    with op.batch_alter_table("group", schema=None) as batch_op:
        batch_op.alter_column("taken", server_default=None)


def downgrade():
    with op.batch_alter_table("group", schema=None) as batch_op:
        batch_op.drop_column("taken")
