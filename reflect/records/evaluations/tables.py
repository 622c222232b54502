"""The tables of evaluations: what was given, by nobody; and who gave, without what."""

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from reflect.records.base import UNORDERED, Base, Id, belongs_to


class Evaluation(Base):
    """What one member gave, sealed under the wave's secret; nothing leads to the member."""

    __tablename__ = "evaluation"
    __table_args__ = UNORDERED

    id: Mapped[Id]
    moment_id: Mapped[str] = mapped_column(belongs_to("moment"), index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Used(Base):
    """Somebody has filled in: an HMAC of the person under the wave's secret."""

    __tablename__ = "used"
    __table_args__ = UNORDERED

    moment_id: Mapped[str] = mapped_column(belongs_to("moment"), primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
