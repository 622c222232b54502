"""The pool: contributions that were too few to tell of, under the key of the organisation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import select

from reflect.disclosure import Decision
from reflect.records import sealing
from reflect.records.base import ascending
from reflect.records.releases.columns import Columns
from reflect.records.releases.measured import Measured
from reflect.records.releases.membership import Stored
from reflect.records.releases.tables import DRAFT, POOL, Pool, Release
from reflect.records.sealing import Place

# what withheld it was told, and no pool that was told, or is about to be, took it
WAITS = Pool.release_id.is_(None) | Pool.release_id.not_in(
    select(Release.id).where(Release.kind.in_((DRAFT, POOL)))
)


@dataclass(frozen=True)
class Withheld:
    """The rows of what is withheld; each value is sealed when its row is asked for."""

    secret: bytes = field(repr=False)
    common: Mapping[str, Any]
    given: Columns
    names: Mapping[str, str]  # measure id -> as the ledger names it

    def __iter__(self) -> Iterator[Stored]:
        """Person by person, in an order that tells nothing of who came when."""
        columns = self.given.by_measure
        some = {name: columns[one] for one, name in self.names.items() if one in columns}
        rows = ascending(sum(map(len, some.values())))
        for response_id, place in self.given.responses:
            for name, column in some.items():
                if (value := column.at(place)) is not None:
                    sealed = self._sealed(next(rows), response_id, value)
                    yield {**self.common, "measure": name, **sealed}

    def _sealed(self, row: str, response_id: str, value: Fraction) -> Stored:
        place = Place("pool", row, response_id, self.common["fingerprint"])
        sealed = sealing.seal(self.secret, str(value).encode(), place)
        return {"id": row, "response_id": response_id, "sealed": sealed}


def waiting(
    secret: bytes, here: Measured, given: Columns, decision: Decision, day: date
) -> Withheld:
    """What is withheld of what was given, to wait from a day on."""
    common = {
        "organisation_id": here.organisation.id,
        "fingerprint": here.group.fingerprint,
        "day": day,
    }
    names = {measure: here.key(measure) for measure in decision.pooled}
    return Withheld(secret, common, given, names)
