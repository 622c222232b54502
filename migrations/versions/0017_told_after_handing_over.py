"""What is told after handing over and combining."""

from alembic import op
import sqlalchemy as sa

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("group", schema=None) as batch_op:
        batch_op.add_column(sa.Column("combined", sa.Text(), nullable=True))

    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("taken", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.alter_column("taken", server_default=None)


def downgrade():
    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.drop_column("taken")

    with op.batch_alter_table("group", schema=None) as batch_op:
        batch_op.drop_column("combined")
