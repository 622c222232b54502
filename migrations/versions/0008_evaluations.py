"""evaluations: what was given, and who gave."""

from alembic import op
import sqlalchemy as sa

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("moment", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("kind", sa.String(length=10), nullable=False, server_default="reflection")
        )
        batch_op.add_column(sa.Column("fingerprint", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("wrapped_secret", sa.LargeBinary(), nullable=True))
        batch_op.drop_constraint(batch_op.f("uq_moment_group_id_number"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_moment_group_id_kind_number"), ["group_id", "kind", "number"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_moment_fingerprint_definition"),
            "definition",
            ["fingerprint"],
            ["fingerprint"],
        )
    with op.batch_alter_table("moment", schema=None) as batch_op:
        batch_op.alter_column("kind", server_default=None)

    op.create_table(
        "evaluation",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("moment_id", sa.String(length=22), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["moment_id"],
            ["moment.id"],
            name=op.f("fk_evaluation_moment_id_moment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evaluation_moment_id"), ["moment_id"], unique=False)

    op.create_table(
        "used",
        sa.Column("moment_id", sa.String(length=22), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["moment_id"], ["moment.id"], name=op.f("fk_used_moment_id_moment"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("moment_id", "digest", name=op.f("pk_used")),
        sqlite_with_rowid=False,
    )


def downgrade():
    op.drop_table("used")
    op.drop_table("evaluation")
    op.execute(
        "DELETE FROM member WHERE release_id IN (SELECT release.id FROM release JOIN moment "
        "ON moment.id = release.moment_id WHERE moment.kind <> 'reflection')"
    )
    op.execute(
        "DELETE FROM release WHERE moment_id IN (SELECT id FROM moment WHERE kind <> 'reflection')"
    )
    op.execute("DELETE FROM moment WHERE kind <> 'reflection'")
    with op.batch_alter_table("moment", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_moment_fingerprint_definition"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_moment_group_id_kind_number"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_moment_group_id_number"), ["group_id", "number"]
        )
        batch_op.drop_column("wrapped_secret")
        batch_op.drop_column("fingerprint")
        batch_op.drop_column("kind")
