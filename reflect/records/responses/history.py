"""What somebody submitted before: found by one query, opened one by one, in the order of time."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from reflect.records import sealing
from reflect.records.groups import Moment
from reflect.records.people import Opened
from reflect.records.responses.keys import key, place
from reflect.records.responses.tables import Frozen, Response

PHASES = ("before", "after", "later")


@dataclass(frozen=True)
class Kept:
    """A submitted response, its profile still sealed; `number`: of its moment, 0 on one's own."""

    response: Response
    number: int
    sealed: bytes = field(repr=False)

    @property
    def turn(self) -> tuple[date, int, int]:
        """Its place in time. On one day it is told by phase and by number.

        No hour is kept, so of two with the same turn nobody knows which came first.
        """
        return self.response.day, PHASES.index(self.response.phase), self.number

    def opened(self, me: Opened) -> dict[str, Any]:
        """Its profile (JSON). Raises Unreadable when it is another's."""
        at = place(self.response, "profile", self.response.revision)
        return json.loads(sealing.opened(key(self.response, me), self.sealed, at))  # type: ignore[no-any-return] # Profile.to_json()


def history(db: Session, person_id: str) -> list[Kept]:
    """All that somebody submitted, oldest first; those of one turn in an order that stays."""
    query = select(Response, Moment.number, Frozen.sealed)
    query = query.join(Frozen, Frozen.response_id == Response.id)
    query = query.join(Moment, Response.moment_id == Moment.id, isouter=True)
    rows = db.execute(query.where(Response.person_id == person_id))
    found = [Kept(response, number or 0, sealed) for response, number, sealed in rows]
    return sorted(found, key=lambda kept: (kept.turn, kept.response.id))
