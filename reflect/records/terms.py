"""Terms: how long things are kept; what is deleted and what is said of it both ask here."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

Unit = Literal["minutes", "hours", "days", "months"]
DAY = timedelta(days=1)
LENGTHS: dict[Unit, timedelta] = {
    "minutes": timedelta(minutes=1),
    "hours": timedelta(hours=1),
    "days": DAY,
    "months": 365 * DAY / 12,
}


@dataclass(frozen=True)
class Term:
    """So many minutes, hours, days or months."""

    count: int
    unit: Unit

    @property
    def length(self) -> timedelta:
        """As the clock counts it; twelve months are 365 days."""
        return self.count * LENGTHS[self.unit]


DRAFT = Term(90, "days")
PERSON = Term(24, "months")
POOL = Term(12, "months")
IDLE = Term(30, "minutes")
SIGNED_IN = Term(10, "hours")
STAFF_IDLE = Term(15, "minutes")
STAFF_SIGNED_IN = Term(8, "hours")
FIRST_PASSWORD = Term(24, "hours")
FAILURES = Term(1, "hours")
DEVICE = Term(12, "months")
UPLOAD = Term(24, "hours")
OFFER = Term(30, "days")
EVALUATION = Term(28, "days")
MAIL_SECRET = Term(1, "hours")
LETTER = Term(7, "days")
AUDIT = Term(6, "months")
DISPATCH = Term(2, "days")
BACKUP = Term(35, "days")
