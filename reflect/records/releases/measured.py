"""A moment with all that a release says of it: its group, definition and organisation."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from reflect.disclosure import key
from reflect.records.definitions import Definition
from reflect.records.groups import Group, Moment
from reflect.records.organisations import Organisation


@dataclass(frozen=True)
class Measured:
    """One moment and where it belongs."""

    moment: Moment
    group: Group
    definition: Definition
    organisation: Organisation

    def key(self, measure: str) -> str:
        """The name of a measure in the ledger."""
        return key(self.definition.questionnaire, self.moment.number, measure)


def measured(db: Session, moment_id: str) -> Measured:
    """The moment, locked until the transaction ends; NoResultFound."""
    query = (
        select(Moment, Group, Definition, Organisation)
        .join(Group, Moment.group_id == Group.id)
        .join(Definition, Group.fingerprint == Definition.fingerprint)
        .join(Organisation, Group.organisation_id == Organisation.id)
        .where(Moment.id == moment_id)
        .with_for_update(of=Moment)
        .execution_options(populate_existing=True)
    )
    return Measured(*db.execute(query).one())
