"""unions and late sets."""

import json

from alembic import op
import sqlalchemy as sa

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=10), server_default="moment"))
        batch_op.add_column(sa.Column("questionnaire", sa.String(length=100)))
        batch_op.add_column(sa.Column("scope", sa.String(length=12), server_default="group"))
        batch_op.add_column(sa.Column("scope_id", sa.String(length=22)))
    _fill()
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.alter_column("kind", server_default=None, nullable=False)
        batch_op.alter_column("questionnaire", nullable=False)
        batch_op.alter_column("scope", server_default=None, nullable=False)
        batch_op.alter_column("scope_id", nullable=False)
        batch_op.create_index(batch_op.f("ix_release_questionnaire"), ["questionnaire"])
        batch_op.create_index(batch_op.f("ix_release_scope_id"), ["scope_id"])

    with op.batch_alter_table("contribution", schema=None) as batch_op:
        batch_op.add_column(sa.Column("turn", sa.Integer()))
    op.execute("UPDATE contribution SET turn = 1")


def downgrade():
    with op.batch_alter_table("contribution", schema=None) as batch_op:
        batch_op.drop_column("turn")

    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_release_scope_id"))
        batch_op.drop_index(batch_op.f("ix_release_questionnaire"))
        batch_op.drop_column("scope_id")
        batch_op.drop_column("scope")
        batch_op.drop_column("questionnaire")
        batch_op.drop_column("kind")


def _fill():
    """What was told until now is of moments; it says itself of which questionnaire."""
    release = sa.table(
        "release",
        *map(sa.column, ("id", "moment_id", "published")),
        *map(sa.column, ("questionnaire", "scope_id")),
    )
    moment = sa.table("moment", *map(sa.column, ("id", "group_id")))
    found = sa.select(release.c.id, release.c.published, moment.c.group_id)
    rows = op.get_bind().execute(
        found.join_from(release, moment, release.c.moment_id == moment.c.id)
    )
    for row, published, group in rows.all():
        asked = json.loads(published)["questionnaire"]
        filled = release.update().where(release.c.id == row)
        op.execute(filled.values(questionnaire=asked, scope_id=group))
