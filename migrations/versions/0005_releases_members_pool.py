"""releases, members, pool."""

from alembic import op
import sqlalchemy as sa

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "release",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("moment_id", sa.String(length=22), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("published", sa.Text(), nullable=False),
        sa.Column("entries", sa.Text(), nullable=False),
        sa.Column("sealed_sums", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["moment_id"], ["moment.id"], name=op.f("fk_release_moment_id_moment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
        sa.UniqueConstraint("moment_id", "turn", name=op.f("uq_release_moment_id_turn")),
    )
    op.create_table(
        "member",
        sa.Column("release_id", sa.String(length=22), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("exceptions", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["release_id"],
            ["release.id"],
            name=op.f("fk_member_release_id_release"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("release_id", "subject", name=op.f("pk_member")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_subject"), ["subject"], unique=False)

    op.create_table(
        "pool",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("organisation_id", sa.String(length=22), nullable=False),
        sa.Column("response_id", sa.String(length=22), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("measure", sa.String(length=300), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fingerprint"], ["definition.fingerprint"], name=op.f("fk_pool_fingerprint_definition")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_pool_organisation_id_organisation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name=op.f("fk_pool_response_id_response"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pool")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("pool", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pool_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_pool_measure"), ["measure"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_pool_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_pool_response_id"), ["response_id"], unique=False)


def downgrade():
    with op.batch_alter_table("pool", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pool_response_id"))
        batch_op.drop_index(batch_op.f("ix_pool_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_pool_measure"))
        batch_op.drop_index(batch_op.f("ix_pool_day"))

    op.drop_table("pool")
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_subject"))

    op.drop_table("member")
    op.drop_table("release")
