"""What somebody took back is noted, so that a backup that is restored does not bring it again."""

from typing import Literal

from sqlalchemy.orm import Session

What = Literal["person", "response", "membership", "counts", "contact", "recovery"]
NOTED = "forgotten"


def forgotten(db: Session, what: What, row: str) -> None:
    """The row goes, or (`counts`) its person does not want to count; `noted` tells it."""
    db.info.setdefault(NOTED, []).append((what, row))


def noted(db: Session) -> list[tuple[What, str]]:
    """What was forgotten in this session since this was asked last."""
    told: list[tuple[What, str]] = db.info.pop(NOTED, [])
    return told
