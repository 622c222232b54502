"""A moment with all that a release says of it: its group, definition and organisation."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from reflect.disclosure import key
from reflect.records.definitions import Definition
from reflect.records.groups import Group, Round
from reflect.records.organisations import Organisation


@dataclass(frozen=True)
class Measured:
    """One moment and where it belongs."""

    moment: Round
    group: Group
    definition: Definition
    organisation: Organisation

    @property
    def names(self) -> dict[str, Any]:
        """What all that is told of a group says it is of."""
        return {
            "questionnaire": self.definition.questionnaire,
            "version": self.definition.version,
            "fingerprint": self.definition.fingerprint,
            "group": self.group.name,
            "organisation": self.organisation.name,
        }

    def key(self, measure: str) -> str:
        """The name of a measure in the ledger."""
        return key(self.definition.questionnaire, self.moment.number, measure)


def measured(db: Session, moment_id: str, *, lock: bool = False) -> Measured:
    """The moment; `lock`: nobody changes it until the transaction ends. NoResultFound."""
    query = (
        select(Round, Group, Definition, Organisation)
        .join(Group, Round.group_id == Group.id)
        .join(Definition, Definition.fingerprint == asked())
        .join(Organisation, Group.organisation_id == Organisation.id)
        .where(Round.id == moment_id)
        .execution_options(populate_existing=True)
    )
    return Measured(*db.execute(query.with_for_update(of=Round) if lock else query).one())


def asked() -> ColumnElement[str]:
    """Which definition a round asks: its own, else its group's."""
    return func.coalesce(Round.fingerprint, Group.fingerprint)
