"""imports."""

from alembic import op
import sqlalchemy as sa

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "staged",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("staff_id", sa.String(length=22), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staged_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staged")),
        sa.UniqueConstraint("staff_id", "fingerprint", name=op.f("uq_staged_staff_id_fingerprint")),
    )
    with op.batch_alter_table("staged", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staged_at"), ["at"], unique=False)

    with op.batch_alter_table("definition", schema=None) as batch_op:
        batch_op.add_column(sa.Column("published", sa.Date(), nullable=True))
        batch_op.create_index(
            "uq_definition_published",
            ["questionnaire", "version"],
            unique=True,
            sqlite_where=sa.text("published IS NOT NULL"),
            postgresql_where=sa.text("published IS NOT NULL"),
        )


def downgrade():
    with op.batch_alter_table("definition", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_definition_published",
            sqlite_where=sa.text("published IS NOT NULL"),
            postgresql_where=sa.text("published IS NOT NULL"),
        )
        batch_op.drop_column("published")

    with op.batch_alter_table("staged", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staged_at"))

    op.drop_table("staged")
